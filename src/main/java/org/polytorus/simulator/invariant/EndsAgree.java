package org.polytorus.simulator.invariant;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * What one end of a connection has counted as sent the other has counted as received. Only connections that were made after
 * the last fault can be compared, and at any one moment something may be on the way: so the two have to differ at several
 * looks in a row.
 */
public final class EndsAgree implements TestnetInvariant {
    private static final int LOOKS = 5;
    /** Between two looks that count, so that what is on the way has arrived. */
    private static final long GAP_NANOS = 900_000_000L;

    private final Calm calm = new Calm();
    private final Map<LinkId, Integer> differences = new TreeMap<>();
    private long lastLookNanos;

    @Override
    public String name() {
        return "ends agree";
    }

    @Override
    public String sentence() {
        return "both ends of a connection on which nothing was ever lost count the same messages and bytes";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        long since = calm.since(now);
        if (since == Calm.NEVER) {
            differences.clear();
        }
        if (since == Calm.NEVER || now.epochNanos() - lastLookNanos < GAP_NANOS) {
            return null;
        }
        lastLookNanos = now.epochNanos();
        Map<NodeName, NodeSnapshot> nodes = new TreeMap<>();
        now.nodes().forEach(node -> nodes.put(node.name(), node));
        for (LinkSnapshot link : now.links()) {
            String difference = difference(link.id(), nodes, since);
            if (difference == null) {
                differences.remove(link.id());
            } else if (differences.merge(link.id(), 1, Integer::sum) >= LOOKS) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String difference(LinkId link, Map<NodeName, NodeSnapshot> nodes, long since) {
        PeerSnapshot atA = peer(nodes.get(link.a()), link.b());
        PeerSnapshot atB = peer(nodes.get(link.b()), link.a());
        boolean isYoung =
                atA != null && atB != null && atA.connectedSinceNanos() > since && atB.connectedSinceNanos() > since;
        if (atA == null || atB == null || !isYoung) {
            return null;
        }
        String there = difference(link.a(), atA, link.b(), atB);
        return there == null ? difference(link.b(), atB, link.a(), atA) : there;
    }

    private static @Nullable String difference(NodeName from, PeerSnapshot sender, NodeName to, PeerSnapshot receiver) {
        boolean agree =
                sender.messagesSent() == receiver.messagesReceived() && sender.bytesSent() == receiver.bytesReceived();
        return agree
                ? null
                : from + " has sent " + sender.messagesSent() + " messages, " + sender.bytesSent() + " bytes, and " + to
                        + " has received " + receiver.messagesReceived() + " messages, " + receiver.bytesReceived()
                        + " bytes";
    }

    private static @Nullable PeerSnapshot peer(@Nullable NodeSnapshot node, NodeName other) {
        if (node == null) {
            return null;
        }
        return node.peers().stream()
                .filter(peer -> other.equals(peer.name()))
                .findFirst()
                .orElse(null);
    }
}
