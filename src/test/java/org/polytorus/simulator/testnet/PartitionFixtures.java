package org.polytorus.simulator.testnet;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.Suspicion;

/** What tests of partitions put into snapshots. */
public final class PartitionFixtures {
    private PartitionFixtures() {}

    /** The same with a node that thinks that it is cut off. */
    public static TestnetSnapshot suspecting(TestnetSnapshot of, String name, long sinceNanos, String... evidence) {
        Suspicion suspicion = new Suspicion(sinceNanos, List.of(evidence));
        UnaryOperator<NodeSnapshot> change =
                node -> node.name().equals(new NodeName(name)) ? suspecting(node, suspicion) : node;
        return with(of, of.nodes().stream().map(change).toList(), of.healing());
    }

    /** The same after a cut that healed. */
    public static TestnetSnapshot healed(TestnetSnapshot of, Healing healing) {
        return with(of, of.nodes(), healing);
    }

    /** The same with a partition in force, and measured blocks. */
    public static TestnetSnapshot split(
            TestnetSnapshot of, PartitionSnapshot partition, PropagationSnapshot propagation) {
        return Altered.copy(of, "partitions", List.of(partition), "propagation", propagation);
    }

    /** The same without a partition. */
    public static TestnetSnapshot whole(TestnetSnapshot of) {
        return Altered.copy(of, "partitions", List.of());
    }

    private static TestnetSnapshot with(TestnetSnapshot of, List<NodeSnapshot> nodes, @Nullable Healing healing) {
        return Altered.copy(of, "nodes", nodes, "healing", healing);
    }

    private static NodeSnapshot suspecting(NodeSnapshot of, Suspicion suspicion) {
        return Altered.copy(of, "suspicion", suspicion);
    }
}
