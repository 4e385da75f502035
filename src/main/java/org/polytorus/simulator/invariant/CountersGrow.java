package org.polytorus.simulator.invariant;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** PolyTorus's counters never fall, but for the active connections, which are the peers that a node has. */
public final class CountersGrow implements TestnetInvariant {
    private final Map<NodeName, NetworkStats> last = new TreeMap<>();

    @Override
    public String name() {
        return "counters grow";
    }

    @Override
    public String sentence() {
        return "no counter of a node ever falls, and its active connections are its peers";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        for (NodeSnapshot node : now.nodes()) {
            NetworkStats stats = node.stats();
            NetworkStats before = last.put(node.name(), stats);
            if (before != null && hasFallen(before, stats)) {
                return node.name() + " counted " + before + " and then " + stats;
            }
            boolean isRunning = node.state() == NodeSnapshot.State.RUNNING;
            if (isRunning && stats.activeConnections() != node.peers().size()) {
                return node.name() + " counts " + stats.activeConnections() + " active connections and has "
                        + node.peers().size() + " peers";
            }
        }
        return null;
    }

    private static boolean hasFallen(NetworkStats before, NetworkStats now) {
        return now.totalConnections() < before.totalConnections()
                || now.messagesSent() < before.messagesSent()
                || now.messagesReceived() < before.messagesReceived()
                || now.bytesSent() < before.bytesSent()
                || now.bytesReceived() < before.bytesReceived()
                || now.blocksPropagated() < before.blocksPropagated()
                || now.transactionsPropagated() < before.transactionsPropagated();
    }
}
