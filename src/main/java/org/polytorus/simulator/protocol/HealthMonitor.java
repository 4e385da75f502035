package org.polytorus.simulator.protocol;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polytorus.simulator.model.PeerId;

/**
 * How well peers and the node do, by PolyTorus's rule: degraded after silence for half the peer timeout, unhealthy with more
 * than three failed connections, disconnected after silence for the whole timeout. A peer's failed connections are forgiven
 * once one has stood for half the timeout; otherwise who had a bad day would be ill for ever.
 */
final class HealthMonitor {
    /** More failed connections than this make a peer or a node unhealthy. */
    static final int MOST_FAILURES = 3;

    /** Peers whose failures are remembered; the one that failed first is forgotten first. */
    private static final int MAX_PEERS = 1_000;

    private final NodeContext context;
    private final long timeoutNanos;
    private final Map<PeerId, Integer> failures = new LinkedHashMap<>();

    HealthMonitor(NodeContext context) {
        this.context = context;
        this.timeoutNanos = context.settings.peerTimeout().toNanos();
    }

    /** A connection of a registered peer ended, and nobody wanted it to. */
    void lost(Connection connection) {
        if (hasProvedItself(connection)) {
            failures.remove(connection.peerId());
        }
        failed(connection.peerId());
    }

    /** An attempt to connect with a peer that is known from before came to nothing. */
    void failed(PeerId peer) {
        failures.merge(peer, 1, Integer::sum);
        if (failures.size() > MAX_PEERS) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    void gauge(Gauge gauge) {
        gauge.holds("peers with failures", failures.size(), MAX_PEERS);
    }

    /** Whether any peer has failed lately. */
    boolean hasFailures() {
        return !failures.isEmpty();
    }

    int failuresOf(Connection peer) {
        return hasProvedItself(peer) ? 0 : failures.getOrDefault(peer.peerId(), 0);
    }

    private boolean hasProvedItself(Connection connection) {
        return context.now - connection.registeredNanos >= timeoutNanos / 2;
    }

    NodeView.Health of(Connection peer) {
        long silentNanos = context.now - peer.lastHeardNanos;
        if (silentNanos > timeoutNanos) {
            return NodeView.Health.DISCONNECTED;
        }
        if (failuresOf(peer) > MOST_FAILURES) {
            return NodeView.Health.UNHEALTHY;
        }
        return silentNanos > timeoutNanos / 2 ? NodeView.Health.DEGRADED : NodeView.Health.HEALTHY;
    }

    /** {@code failedAddresses}: how many addresses of the pool do not answer. */
    NodeView.Health ofNode(Collection<Connection> peers, int failedAddresses) {
        if (peers.isEmpty()) {
            return NodeView.Health.DISCONNECTED;
        }
        if (failedAddresses > MOST_FAILURES) {
            return NodeView.Health.UNHEALTHY;
        }
        boolean allWell = failedAddresses == 0 && peers.stream().allMatch(peer -> of(peer) == NodeView.Health.HEALTHY);
        return allWell ? NodeView.Health.HEALTHY : NodeView.Health.DEGRADED;
    }
}
