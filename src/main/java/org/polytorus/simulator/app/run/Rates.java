package org.polytorus.simulator.app.run;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What flows per second, taken from one snapshot to the next. */
final class Rates {
    private static final double NANOS_PER_SECOND = 1e9;

    private @Nullable TestnetSnapshot earlier;
    private Reading latest = new Reading(0, 0, Map.of());

    /**
     * The rates between two snapshots.
     *
     * @param messagesPerSecond sent by all nodes together
     * @param bytesPerSecond sent by all nodes together
     * @param messagesPerSecondByNode sent and received by one node
     */
    record Reading(double messagesPerSecond, double bytesPerSecond, Map<NodeName, Double> messagesPerSecondByNode) {
        double of(NodeName node) {
            return messagesPerSecondByNode.getOrDefault(node, 0.0);
        }
    }

    /** The rates since the snapshot of the last call; the same as then if this is the same snapshot. */
    Reading next(TestnetSnapshot now) {
        TestnetSnapshot before = earlier;
        if (before != null && now.epochNanos() <= before.epochNanos()) {
            return latest;
        }
        if (before != null) {
            latest = between(before, now);
        }
        earlier = now;
        return latest;
    }

    private static Reading between(TestnetSnapshot before, TestnetSnapshot now) {
        double seconds = (now.epochNanos() - before.epochNanos()) / NANOS_PER_SECOND;
        Map<NodeName, Long> countsBefore = new TreeMap<>();
        before.nodes().forEach(node -> countsBefore.put(node.name(), messages(node)));
        Map<NodeName, Double> byNode = new TreeMap<>();
        for (NodeSnapshot node : now.nodes()) {
            long count = messages(node);
            byNode.put(node.name(), (count - countsBefore.getOrDefault(node.name(), count)) / seconds);
        }
        NetworkStats then = before.totals();
        NetworkStats totals = now.totals();
        return new Reading(
                (totals.messagesSent() - then.messagesSent()) / seconds,
                (totals.bytesSent() - then.bytesSent()) / seconds,
                byNode);
    }

    private static long messages(NodeSnapshot node) {
        return node.stats().messagesSent() + node.stats().messagesReceived();
    }
}
