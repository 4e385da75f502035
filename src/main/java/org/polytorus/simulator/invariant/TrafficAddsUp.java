package org.polytorus.simulator.invariant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;

/**
 * Follows every message from the counter of its sender to that of its receiver, under whatever faults: what a node counts as
 * sent has entered its links; what has entered a link was delivered, discarded or is still on it; and what was handed over is
 * what the receiver counts. For virtual time, where all of it can be seen in one instant.
 */
public final class TrafficAddsUp implements Invariant {
    private final Map<String, Seen> seen = new TreeMap<>();

    /** A direction at the look before. */
    private record Seen(long copies, boolean mayCopy) {
        static final Seen NOTHING = new Seen(0, false);
    }

    @Override
    public String name() {
        return "traffic adds up";
    }

    @Override
    public String sentence() {
        return "what is sent was received, discarded by the link or by the other end, or is on the way";
    }

    /**
     * What was found instead, or null.
     *
     * @param traffic of all links, each with both directions
     * @param nodes what each node counts
     */
    public @Nullable String broken(List<Traffic> traffic, Map<NodeName, NetworkStats> nodes) {
        Map<NodeName, Long> entered = new TreeMap<>();
        Map<NodeName, Long> handedOver = new TreeMap<>();
        for (Traffic one : traffic) {
            String wrong = wrong(one);
            if (wrong != null) {
                return one.sender() + " to " + one.receiver() + ": " + wrong;
            }
            entered.merge(one.sender(), one.counted().messages(), Long::sum);
            handedOver.merge(one.receiver(), one.handedOver(), Long::sum);
        }
        for (Map.Entry<NodeName, NetworkStats> node : nodes.entrySet()) {
            long sent = node.getValue().messagesSent();
            long left = entered.getOrDefault(node.getKey(), 0L);
            long received = node.getValue().messagesReceived();
            long came = handedOver.getOrDefault(node.getKey(), 0L);
            if (sent != left) {
                return node.getKey() + " counts " + sent + " messages as sent, and " + left + " entered its links";
            }
            if (received != came) {
                return node.getKey() + " counts " + received + " messages as received, and was handed " + came;
            }
        }
        return null;
    }

    private @Nullable String wrong(Traffic one) {
        long copies = one.copies();
        boolean mayCopy = one.counted().requested().duplication() > 0;
        Seen before = seen.put(one.link() + " " + one.direction(), new Seen(copies, mayCopy));
        before = before == null ? Seen.NOTHING : before;
        if (copies < before.copies()) {
            return "of " + one.counted().messages() + " messages on the link " + (before.copies() - copies)
                    + " are nowhere";
        }
        // A command that ends the copying may send something first.
        if (copies > before.copies() && !mayCopy && !before.mayCopy()) {
            return "the link made copies that nobody asked for: " + one.counted();
        }
        return one.handedOver() > one.counted().delivered()
                ? one.handedOver() + " messages were handed over, of which the link delivered "
                        + one.counted().delivered()
                : null;
    }
}
