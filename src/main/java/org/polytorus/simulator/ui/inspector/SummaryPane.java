package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;

/** The testnet as a whole, shown while nothing is selected; says what to do next. */
final class SummaryPane extends VBox {
    private static final int MOST_COMPONENTS = 12;
    private static final int MOST_NAMES = 6;

    private final Label title = new Label();
    private final Label hint = new Label();
    private final Facts facts = new Facts();
    private final Label nodes = facts.row("Nodes running", "summaryNodes");
    private final Label links = facts.row("Links connected", "summaryLinks");
    private final Label guests = facts.row("Guests", "summaryGuests");
    private final Label tips = facts.row("Different tips", "summaryTips");
    private final Label heights = facts.row("Heights", "summaryHeights");
    private final HealingFacts healing = new HealingFacts(facts);
    private final PropagationFacts propagation = new PropagationFacts(facts);
    private final PartitionsSection inForce;
    private final MeasuresSection measures;
    private final Label lost = facts.row("Observations lost", "summaryOverflow");
    private final LineList components = new LineList(MOST_COMPONENTS, "No node is running.");
    private final Section connected = new Section("Connected groups", components);
    private final StatsSection stats = new StatsSection();

    SummaryPane(Commands commands, Pointer pointer) {
        measures = new MeasuresSection(pointer);
        inForce = new PartitionsSection(commands);
        inForce.setVisible(false);
        getStyleClass().add("inspector-pane");
        title.setId("summaryTitle");
        title.setWrapText(true);
        title.getStyleClass().add("inspector-title");
        hint.setId("summaryHint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        components.setId("summaryComponents");
        // Without a testnet there is nothing below the hint, and nothing to scroll to.
        for (Region part : List.of(facts, connected, measures, stats)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(title, hint, inForce, facts, connected, measures, stats);
        showNothing();
    }

    /** Says that no testnet is open. */
    void showNothing() {
        title.setText("No testnet");
        hint.setText("Open a testnet file or make a new testnet. What you select in the graph is shown here.");
        measures.clear();
        show(false);
    }

    /** Lets the shape of the network be measured, whether this pane is seen or not, since the graph may show it. */
    void measure(TestnetSnapshot snapshot) {
        measures.update(snapshot);
    }

    void pulse(long nanos) {
        measures.pulse(nanos);
    }

    void update(TestnetSnapshot snapshot) {
        title.setText(snapshot.name());
        hint.setText(
                "Click a link to drop or delay it, or a node to stop it, mine, send or flood. Drag with Shift around nodes to split"
                        + " them off.");
        nodes.setText(count(
                snapshot.nodes().stream().filter(SummaryPane::runs).count(),
                snapshot.nodes().size()));
        links.setText(count(
                snapshot.links().stream().filter(SummaryPane::carries).count(),
                snapshot.links().size()));
        guests.setText(Quantities.exact(snapshot.guests().size()));
        tips.setText(Quantities.exact(snapshot.tips()));
        heights.setText(heights(snapshot));
        healing.update(snapshot);
        propagation.update(snapshot);
        inForce.update(snapshot);
        lost.setText(Quantities.exact(snapshot.overflowed()));
        components.show(snapshot.components().stream().map(SummaryPane::group).toList());
        stats.update(snapshot.totals());
        show(true);
    }

    private void show(boolean open) {
        facts.setVisible(open);
        inForce.setVisible(open && inForce.isVisible());
        connected.setVisible(open);
        measures.setVisible(open);
        stats.setVisible(open);
    }

    private static String group(List<NodeName> names) {
        String shown = names.stream().limit(MOST_NAMES).map(NodeName::value).collect(Collectors.joining(", "));
        String rest = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return Quantities.plural(names.size(), "node") + ": " + shown + rest;
    }

    private static String heights(TestnetSnapshot snapshot) {
        int least =
                snapshot.nodes().stream().mapToInt(NodeSnapshot::height).min().orElse(0);
        int greatest =
                snapshot.nodes().stream().mapToInt(NodeSnapshot::height).max().orElse(0);
        return least == greatest ? Quantities.exact(least) : Quantities.exact(least) + " to " + greatest;
    }

    private static String count(long some, int all) {
        return Quantities.exact(some) + " of " + Quantities.exact(all);
    }

    private static boolean runs(NodeSnapshot node) {
        return node.state() == NodeSnapshot.State.RUNNING;
    }

    private static boolean carries(LinkSnapshot link) {
        return link.state() == LinkSnapshot.State.CONNECTED;
    }
}
