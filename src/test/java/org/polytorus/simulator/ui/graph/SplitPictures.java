package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Made-up testnets that are split, and what may be explained of one. */
final class SplitPictures {
    private SplitPictures() {}

    /** The same split into sides of nodes that follow each other in number, the last taking the rest. */
    static TestnetSnapshot split(SnapshotFixtures of, boolean oneWay, String... sides) {
        List<NodeName> names = names(of.build());
        int size = names.size() / sides.length;
        List<NodeGroup> groups = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            groups.add(new NodeGroup(
                    sides[i], names.subList(i * size, i == sides.length - 1 ? names.size() : (i + 1) * size)));
        }
        Partition partition = new Partition("storm", groups, oneWay);
        Cut cut = new Cut(partition);
        List<LinkId> links = of.build().links().stream()
                .map(LinkSnapshot::id)
                .filter(link -> !cut.of(link).isEmpty())
                .toList();
        links.forEach(link -> of.state(link.a().value(), link.b().value(), LinkSnapshot.State.SILENT));
        return PartitionFixtures.split(
                of.build(), new PartitionSnapshot(partition, links, 0), PropagationSnapshot.NONE);
    }

    /** The tree by which something may have spread from the first node over the links. */
    static Emphasis spread(TestnetSnapshot over) {
        List<Emphasis.Delivery> deliveries = new ArrayList<>();
        List<NodeName> reached = new ArrayList<>(List.of(names(over).getFirst()));
        for (int i = 0; i < reached.size(); i++) {
            NodeName from = reached.get(i);
            for (LinkSnapshot link : over.links()) {
                NodeName to =
                        link.id().a().equals(from) ? link.id().b() : link.id().a();
                if (link.id().joins(from) && !reached.contains(to)) {
                    reached.add(to);
                    deliveries.add(new Emphasis.Delivery(to, from, 7_300_000L * deliveries.size()));
                }
            }
        }
        return new Emphasis.Spread(reached.getFirst(), deliveries);
    }

    static Emphasis weakSpots(TestnetSnapshot of) {
        GraphMeasures measures = GraphMeasures.of(of);
        return new Emphasis.WeakSpots(measures.bridges(), measures.articulationPoints());
    }

    /** In the order of their numbers. */
    private static List<NodeName> names(TestnetSnapshot of) {
        return of.nodes().stream()
                .map(NodeSnapshot::name)
                .sorted((one, other) -> one.value().length() == other.value().length()
                        ? one.compareTo(other)
                        : Integer.compare(one.value().length(), other.value().length()))
                .toList();
    }
}
