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
 * the last fault can be compared. At any one moment something may be on the way, and pictures of two nodes are not of the same
 * moment: so what was received must lie between what had been sent at the look before and what has been at the look after, and
 * be just that where nothing was sent in between. On a slow line something may be on the way for longer than from look to look;
 * while more is on the way than was sent in between, it cannot be told what is missing.
 */
public final class EndsAgree implements TestnetInvariant {
    /** So often without agreeing once: a machine that is busy may be late. */
    private static final int LOOKS = 5;
    /** Between two looks that count, so that what is on the way has arrived. */
    private static final long GAP_NANOS = 900_000_000L;

    private final Calm calm = new Calm();
    private final Map<String, Course> courses = new TreeMap<>();
    private long lastLookNanos;

    /** One connection in one direction. */
    private static final class Course {
        final long connectedSinceNanos;
        final Counted messages = new Counted();
        final Counted bytes = new Counted();

        Course(long connectedSinceNanos) {
            this.connectedSinceNanos = connectedSinceNanos;
        }

        /** Whether either has differed too often. */
        boolean differs(PeerSnapshot sender, PeerSnapshot receiver, int onTheWay) {
            boolean isLate = onTheWay > sender.messagesSent() - messages.sentLast;
            boolean messagesDiffer = messages.differ(sender.messagesSent(), receiver.messagesReceived(), isLate);
            boolean bytesDiffer = bytes.differ(sender.bytesSent(), receiver.bytesReceived(), isLate);
            return messagesDiffer || bytesDiffer;
        }
    }

    /** What was counted at the last looks. */
    private static final class Counted {
        long sentBefore;
        long receivedLast;
        long sentLast;
        boolean wasLate;
        int looks;
        int differences;

        /** @param isLate whether something has been on the way for longer than since the last look */
        boolean differ(long sent, long received, boolean isLate) {
            boolean isQuiet = looks > 0 && sentLast == sent && !isLate;
            boolean isMissing = receivedLast < sentBefore && !wasLate;
            boolean isOutside = looks > 1 && (isMissing || receivedLast > sent);
            if (isOutside || (isQuiet && received != sent)) {
                differences++;
            } else if (isQuiet) {
                differences = 0;
            }
            sentBefore = sentLast;
            sentLast = sent;
            receivedLast = received;
            wasLate = isLate;
            looks++;
            return differences >= LOOKS;
        }
    }

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
            courses.clear();
        }
        if (since == Calm.NEVER || now.epochNanos() - lastLookNanos < GAP_NANOS) {
            return null;
        }
        lastLookNanos = now.epochNanos();
        Map<NodeName, NodeSnapshot> nodes = new TreeMap<>();
        now.nodes().forEach(node -> nodes.put(node.name(), node));
        for (LinkSnapshot link : now.links()) {
            String difference = difference(link, nodes, since);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    @Override
    public void excuse() {
        courses.clear();
    }

    private @Nullable String difference(LinkSnapshot snapshot, Map<NodeName, NodeSnapshot> nodes, long since) {
        LinkId link = snapshot.id();
        PeerSnapshot atA = peer(nodes.get(link.a()), link.b());
        PeerSnapshot atB = peer(nodes.get(link.b()), link.a());
        boolean isYoung =
                atA != null && atB != null && atA.connectedSinceNanos() > since && atB.connectedSinceNanos() > since;
        if (atA == null || atB == null || !isYoung) {
            return null;
        }
        String there = difference(link.a(), atA, link.b(), atB, snapshot.aToB().queued());
        return there == null
                ? difference(link.b(), atB, link.a(), atA, snapshot.bToA().queued())
                : there;
    }

    private @Nullable String difference(
            NodeName from, PeerSnapshot sender, NodeName to, PeerSnapshot receiver, int onTheWay) {
        String direction = from + " to " + to;
        Course course = courses.get(direction);
        if (course == null || course.connectedSinceNanos != sender.connectedSinceNanos()) {
            course = new Course(sender.connectedSinceNanos());
            courses.put(direction, course);
        }
        return course.differs(sender, receiver, onTheWay)
                ? from + " has sent " + sender.messagesSent() + " messages, " + sender.bytesSent() + " bytes, and " + to
                        + " has received " + receiver.messagesReceived() + " messages, " + receiver.bytesReceived()
                        + " bytes"
                : null;
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
