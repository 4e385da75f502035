package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PeerNames;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.Selection;

/**
 * Shows what is selected and follows the snapshots. A selection that the snapshot does not know is shown as nothing. The
 * controls are made once per selection and changed in place. Every method belongs to the FX thread.
 */
public final class Inspector extends ScrollPane {
    private final Commands commands;
    private final SummaryPane summary;
    private Selection selection = Selection.NONE;
    private @Nullable TestnetSnapshot latest;
    private @Nullable NodePane nodePane;
    private @Nullable LinkPane linkPane;
    private @Nullable GuestPane guestPane;
    private @Nullable NodesPane nodesPane;
    private List<NodeGroup> groups = List.of();

    public Inspector(Commands commands, Pointer pointer) {
        this.commands = commands;
        summary = new SummaryPane(commands, pointer);
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("Inspector of the selected node or link");
        present(summary);
    }

    /** Shows another selection. */
    public void show(Selection selected) {
        selection = selected;
        refresh();
    }

    /** Shows what was worked out meanwhile; called once per frame with the time of the pulse in nanoseconds. */
    public void pulse(long nanos) {
        summary.pulse(nanos);
    }

    /** Takes a new picture. */
    public void update(TestnetSnapshot snapshot) {
        latest = snapshot;
        summary.measure(snapshot);
        refresh();
    }

    /** Shows that no testnet is open. */
    public void clear() {
        latest = null;
        nodePane = null;
        linkPane = null;
        guestPane = null;
        nodesPane = null;
        selection = Selection.NONE;
        refresh();
    }

    /** Knows the named groups of the testnet, whose names are suggested for a side that is just one of them. */
    public void setGroups(List<NodeGroup> named) {
        groups = List.copyOf(named);
    }

    /** Splits the nodes that are selected off, as is wished in the pane of several; returns whether any are selected. */
    public boolean splitOff(Consumer<String> refused) {
        TestnetSnapshot snapshot = latest;
        List<NodeName> chosen = Selection.names(selection);
        if (snapshot == null || chosen.isEmpty()) {
            return false;
        }
        if (nodesPane != null && nodesPane.equals(getContent())) {
            nodesPane.splitOff();
            return true;
        }
        String name = SplitOff.suggestedName(snapshot, chosen, groups);
        SplitOff.of(snapshot, chosen, name, SplitOff.Way.BOTH)
                .ifPresent(partition -> commands.submit(new TestnetCommand.Split(partition), result -> {
                    if (!result.done()) {
                        refused.accept(result.message());
                    }
                }));
        return true;
    }

    private void refresh() {
        TestnetSnapshot snapshot = latest;
        if (snapshot == null) {
            summary.showNothing();
            present(summary);
            return;
        }
        switch (selection) {
            case Selection.OfNode(NodeName name) ->
                snapshot.nodes().stream()
                        .filter(node -> node.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(node -> showNode(node, snapshot), () -> showGuestOrSummary(name, snapshot));
            case Selection.OfLink(LinkId id) ->
                link(snapshot, id).ifPresentOrElse(link -> showLink(link, snapshot), () -> showSummary(snapshot));
            case Selection.OfNodes(List<NodeName> nodes) -> showNodes(nodes, snapshot);
            case Selection.Nothing() -> showSummary(snapshot);
        }
    }

    private static Optional<LinkSnapshot> link(TestnetSnapshot snapshot, LinkId id) {
        return snapshot.links().stream().filter(link -> link.id().equals(id)).findFirst();
    }

    private void showSummary(TestnetSnapshot snapshot) {
        summary.update(snapshot);
        present(summary);
    }

    private void showNode(NodeSnapshot node, TestnetSnapshot snapshot) {
        NodePane pane = nodePane;
        if (pane == null || !pane.node().equals(node.name())) {
            NodePane fresh = new NodePane(node.name(), commands);
            if (pane != null) {
                fresh.foldLike(pane);
            }
            pane = fresh;
            nodePane = pane;
        }
        pane.update(node, snapshot.epochNanos(), PeerNames.of(snapshot)::nameOf);
        present(pane);
    }

    private void showNodes(List<NodeName> nodes, TestnetSnapshot snapshot) {
        NodesPane pane = nodesPane;
        if (pane == null || !pane.nodes().equals(nodes)) {
            NodesPane fresh = new NodesPane(nodes, commands);
            if (pane != null && pane.equals(getContent())) {
                fresh.wishLike(pane);
            }
            pane = fresh;
            nodesPane = pane;
        }
        pane.update(snapshot, groups);
        present(pane);
    }

    private void showGuestOrSummary(NodeName name, TestnetSnapshot snapshot) {
        snapshot.guests().stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .ifPresentOrElse(guest -> showGuest(guest, snapshot), () -> showSummary(snapshot));
    }

    private void showGuest(GuestSnapshot guest, TestnetSnapshot snapshot) {
        GuestPane pane = guestPane;
        if (pane == null || !pane.guest().equals(guest.name())) {
            pane = new GuestPane(guest.name(), commands);
            guestPane = pane;
        }
        pane.update(guest, snapshot);
        present(pane);
    }

    private void showLink(LinkSnapshot link, TestnetSnapshot snapshot) {
        LinkPane pane = linkPane;
        if (pane == null || !pane.link().equals(link.id())) {
            pane = new LinkPane(link.id(), commands);
            linkPane = pane;
        }
        pane.update(link, snapshot);
        present(pane);
    }

    private void present(Node pane) {
        if (!pane.equals(getContent())) {
            setContent(pane);
            setVvalue(0);
        }
    }
}
