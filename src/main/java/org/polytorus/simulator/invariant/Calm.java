package org.polytorus.simulator.invariant;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Components;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Tells since when nobody has done anything to a testnet that could keep its nodes apart: all of them run, no link is dropped
 * or does more to messages than to delay them a little, no partition is in force, nobody is on a blacklist and nobody floods.
 */
final class Calm {
    static final long NEVER = Long.MAX_VALUE;
    /** One way, with four times the jitter: what every invariant that waits for something has in reserve. */
    private static final Duration LITTLE = Duration.ofMillis(400);

    private long sinceNanos = NEVER;

    /** Takes the next look; gives since when it is calm, or {@link #NEVER} if it is not. */
    long since(TestnetSnapshot now) {
        if (!isCalm(now)) {
            sinceNanos = NEVER;
        } else if (sinceNanos == NEVER) {
            sinceNanos = now.epochNanos();
        }
        return sinceNanos;
    }

    /** Whether the links that there are, working or not, could join all nodes. */
    static boolean couldBeWhole(TestnetSnapshot now) {
        List<LinkId> links = now.links().stream().map(LinkSnapshot::id).toList();
        List<NodeName> nodes = now.nodes().stream().map(NodeSnapshot::name).toList();
        return now.guests().isEmpty() && Components.of(nodes, links).size() == 1;
    }

    private static boolean isCalm(TestnetSnapshot now) {
        return now.partitions().isEmpty()
                && now.nodes().stream().allMatch(Calm::isCalm)
                && now.links().stream().allMatch(Calm::isCalm);
    }

    private static boolean isCalm(NodeSnapshot node) {
        return node.state() == NodeSnapshot.State.RUNNING && node.blacklist().isEmpty() && node.flood() == null;
    }

    private static boolean isCalm(LinkSnapshot link) {
        return link.state() != LinkSnapshot.State.DROPPED
                && isCalm(link.aToB().requested())
                && isCalm(link.bToA().requested());
    }

    private static boolean isCalm(LinkConditions asked) {
        Duration latest = asked.latency().plus(asked.jitter().spread().multipliedBy(4));
        LinkConditions withoutDelay =
                asked.but().latency(Duration.ZERO).jitter(Jitter.NONE).build();
        return withoutDelay.isNone() && latest.compareTo(LITTLE) <= 0;
    }
}
