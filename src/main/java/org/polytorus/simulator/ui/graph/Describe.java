package org.polytorus.simulator.ui.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Says in words what the picture shows: for the tip under the mouse and for those who do not see the picture. */
final class Describe {
    private static final int MOST_NAMES = 8;

    private Describe() {}

    /** A few lines about what is under the mouse; empty for nothing. */
    static String tip(TestnetSnapshot snapshot, Selection selection) {
        return switch (selection) {
            case Selection.Nothing nothing -> "";
            case Selection.OfNode picked ->
                snapshot.nodes().stream()
                        .filter(node -> node.name().equals(picked.node()))
                        .map(Describe::node)
                        .findFirst()
                        .orElseGet(() -> guest(snapshot, picked.node()));
            case Selection.OfLink picked ->
                snapshot.links().stream()
                        .filter(link -> link.id().equals(picked.link()))
                        .map(link -> link(link, snapshot))
                        .findFirst()
                        .orElse("");
            case Selection.OfNodes picked -> nodes(picked.nodes());
        };
    }

    /** One sentence about the whole and one about the selection, for a screen reader. */
    static String spoken(TestnetSnapshot snapshot, Selection selection) {
        int guests = snapshot.guests().size();
        String whole = "Testnet %s: %s, %s%s, %s, %s."
                .formatted(
                        snapshot.name(),
                        count(snapshot.nodes().size(), "node"),
                        guests == 0 ? "" : count(guests, "guest") + ", ",
                        count(snapshot.links().size(), "link"),
                        count(snapshot.components().size(), "component"),
                        count(snapshot.tips(), "chain tip"));
        String picked = tip(snapshot, selection).replace('\n', ' ');
        return picked.isEmpty() ? whole + " Nothing is selected." : whole + " Selected: " + picked;
    }

    private static String node(NodeSnapshot node) {
        String first = node.name() + "\n" + NodeLook.of(node).text();
        if (node.state() == NodeSnapshot.State.FAILED) {
            return node.problem().isEmpty() ? first : first + "\n" + node.problem();
        }
        Suspicion suspicion = node.suspicion();
        return first + "\nHeight " + node.height() + " · tip " + node.tip().shortText() + " · "
                + count(node.peers().size(), "peer")
                + (suspicion == null ? "" : "\nMay be cut off: " + String.join(";\n", suspicion.evidence()));
    }

    private static String guest(TestnetSnapshot snapshot, NodeName name) {
        for (GuestSnapshot guest : snapshot.guests()) {
            if (guest.name().equals(name)) {
                String look = NodeLook.ofGuest(GraphScene.isConnected(guest, snapshot))
                        .text();
                String who =
                        guest.id() == null ? "Never met" : "Id " + guest.id().shortText();
                return guest.name() + "\n" + look + "\n" + who + " · height " + guest.bestHeight();
            }
        }
        return "";
    }

    private static String nodes(List<NodeName> names) {
        String shown = names.stream().limit(MOST_NAMES).map(NodeName::value).collect(Collectors.joining(", "));
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return count(names.size(), "node") + ": " + shown + more;
    }

    private static String link(LinkSnapshot link, TestnetSnapshot snapshot) {
        List<PartitionSnapshot> cutting = snapshot.partitions().stream()
                .filter(one -> one.cut().contains(link.id()))
                .toList();
        LinkLook look = LinkLook.of(link.state(), CutMap.of(cutting).of(link.id()));
        String text = link.id() + "\n"
                + (look == LinkLook.CUT
                        ? "Cut by "
                                + cutting.stream()
                                        .map(one -> one.partition().name())
                                        .collect(Collectors.joining(", "))
                        : look.text());
        String conditions = ConditionText.of(link);
        return conditions.isEmpty() ? text : text + "\n" + conditions;
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
