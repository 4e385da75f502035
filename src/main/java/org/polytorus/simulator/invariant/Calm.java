package org.polytorus.simulator.invariant;

import java.util.List;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Components;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Tells since when nobody has done anything to a testnet that could keep its nodes apart: all of them run, no link is dropped
 * or has conditions, no partition is in force, nobody is on a blacklist and nobody floods.
 */
final class Calm {
    static final long NEVER = Long.MAX_VALUE;

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

    /**
     * Whether the links that there are, working or not, could join all nodes. Not where a node has a peer that nobody knows: the
     * protocol has no checksums, so that an id which was garbled on its way stays as long as its connection.
     */
    static boolean couldBeWhole(TestnetSnapshot now) {
        if (now.nodes().stream().flatMap(node -> node.peers().stream()).anyMatch(peer -> peer.name() == null)) {
            return false;
        }
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
                && isNone(link.aToB().requested())
                && isNone(link.bToA().requested());
    }

    private static boolean isNone(LinkConditions conditions) {
        return conditions.isNone();
    }
}
