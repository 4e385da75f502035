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
 * be just that where nothing was sent in between.
 */
public final class EndsAgree implements TestnetInvariant {
    /** So often without agreeing once: a machine that is busy may be late. */
    private static final int LOOKS = 5;
    /** Between two looks that count, so that what is on the way has arrived. */
    private static final long GAP_NANOS = 900_000_000L;

    private final Calm calm = new Calm();
    private final Map<String, Course> courses = new TreeMap<>();
    private long lastLookNanos;

    /** What was counted on a connection in one direction at the last looks. */
    private static final class Course {
        long connectedSinceNanos;
        long sentBefore;
        long receivedLast;
        long sentLast;
        int looks;
        int differences;
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
            String difference = difference(link.id(), nodes, since);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable String difference(LinkId link, Map<NodeName, NodeSnapshot> nodes, long since) {
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

    private @Nullable String difference(NodeName from, PeerSnapshot sender, NodeName to, PeerSnapshot receiver) {
        boolean messagesDiffer =
                differs(from + " to " + to + " messages", sender, sender.messagesSent(), receiver.messagesReceived());
        boolean bytesDiffer =
                differs(from + " to " + to + " bytes", sender, sender.bytesSent(), receiver.bytesReceived());
        return messagesDiffer || bytesDiffer
                ? from + " has sent " + sender.messagesSent() + " messages, " + sender.bytesSent() + " bytes, and " + to
                        + " has received " + receiver.messagesReceived() + " messages, " + receiver.bytesReceived()
                        + " bytes"
                : null;
    }

    private boolean differs(String what, PeerSnapshot sender, long sent, long received) {
        Course course = courses.computeIfAbsent(what, _ -> new Course());
        if (course.connectedSinceNanos != sender.connectedSinceNanos()) {
            course = new Course();
            course.connectedSinceNanos = sender.connectedSinceNanos();
            courses.put(what, course);
        }
        boolean isQuiet = course.looks > 0 && course.sentLast == sent;
        boolean isOutside = course.looks > 1 && (course.receivedLast < course.sentBefore || course.receivedLast > sent);
        if (isOutside || (isQuiet && received != sent)) {
            course.differences++;
        } else if (isQuiet) {
            course.differences = 0;
        }
        course.sentBefore = course.sentLast;
        course.sentLast = sent;
        course.receivedLast = received;
        course.looks++;
        return course.differences >= LOOKS;
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
