package org.polytorus.simulator.ui.shell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Quantities;

/** The line at the foot of the window: the latest event at the left, the figures of the testnet at the right. */
final class StatusLine extends StatusBar {
    private static final String NOTHING = "No testnet is open";
    private static final int MANY_NODES = 1_000;
    private static final double ROOM_FOR_ALL_PIXELS = 1_150;
    private static final double ROOM_FOR_MOST_PIXELS = 880;

    private final TrafficRate traffic = new TrafficRate();
    private final Label nodes = figure("statusNodes", Feather.SERVER, "Nodes: running / all");
    private final Label links = figure("statusLinks", Feather.LINK, "Links: connected / all");
    private final Label components = figure(
            "statusComponents", Feather.SHARE_2, "Components: groups of running nodes joined by links that carry");
    private final Label tips = figure("statusTips", Feather.GIT_BRANCH, "Different chain tips among the running nodes");
    private final Label messages = figure("statusMessages", Feather.MAIL, "Messages sent per second, by all nodes");
    private final Label bytes = figure("statusBytes", Feather.ACTIVITY, "Bytes sent per second, by all nodes");
    private final Label overflow = figure(
            "statusOverflow",
            Feather.ALERT_TRIANGLE,
            "Observations discarded because more happened than the window can follow; counters stay exact");

    private final Label undrawn = figure(
            "statusUndrawn",
            Feather.EYE_OFF,
            "Messages that the graph did not draw, since so many travel at once; counters stay exact");

    StatusLine() {
        setId("statusBar");
        setText(NOTHING);
        overflow.getStyleClass().add("state-waiting");
        getRightItems().addAll(undrawn, overflow);
        undrawn.getStyleClass().add("rare-figure");
        overflow.getStyleClass().add("rare-figure");
        getRightItems().add(nodes);
        for (Label figure : List.of(links, components, tips, messages, bytes)) {
            getRightItems().addAll(new Separator(Orientation.VERTICAL), figure);
        }
        clear();
    }

    /** {@code thinned} counts the messages that the graph could not draw. */
    void update(TestnetSnapshot snapshot, long thinned) {
        traffic.add(snapshot);
        setShown(overflow, snapshot.overflowed() > 0);
        setShown(undrawn, thinned > 0);
        boolean wordy = hasRoomForWords(snapshot.nodes().size());
        nodes.setText(countNodes(snapshot.nodes()) + "/" + snapshot.nodes().size() + (wordy ? " nodes" : ""));
        links.setText(countLinks(snapshot.links()) + "/" + snapshot.links().size() + (wordy ? " links" : ""));
        components.setText(Quantities.plural(snapshot.components().size(), "component"));
        tips.setText(Quantities.plural(snapshot.tips(), "tip"));
        messages.setText(Quantities.count(traffic.messagesPerSecond()) + " msg/s");
        bytes.setText(Quantities.bytes(traffic.bytesPerSecond()) + "/s");
        overflow.setText(Quantities.count((double) snapshot.overflowed()) + (wordy ? " not seen" : ""));
        undrawn.setText(Quantities.count((double) thinned) + (wordy ? " not drawn" : ""));
    }

    /** However much there is to say, the window may be narrower. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Where there is little room, figures whose icon tells what they are go without their word. */
    private boolean hasRoomForWords(int nodeCount) {
        boolean crowded = overflow.isVisible() || undrawn.isVisible() || nodeCount >= MANY_NODES;
        return getWidth() >= (crowded ? ROOM_FOR_ALL_PIXELS : ROOM_FOR_MOST_PIXELS);
    }

    void latest(TestnetEvent event) {
        setText(event.text());
    }

    void clear() {
        traffic.clear();
        setText(NOTHING);
        nodes.setText("0/0 nodes");
        links.setText("0/0 links");
        components.setText("0 components");
        tips.setText("0 tips");
        messages.setText("0 msg/s");
        bytes.setText("0 B/s");
        setShown(overflow, false);
        setShown(undrawn, false);
    }

    private static long countNodes(List<NodeSnapshot> all) {
        return all.stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .count();
    }

    private static long countLinks(List<LinkSnapshot> all) {
        return all.stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                .count();
    }

    private static Label figure(String id, Feather icon, String tip) {
        Label label = new Label("", new FontIcon(icon));
        label.setId(id);
        label.setTooltip(new Tooltip(tip));
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("figure");
        return label;
    }

    private static void setShown(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }
}
