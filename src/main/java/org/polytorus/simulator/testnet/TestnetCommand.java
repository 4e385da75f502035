package org.polytorus.simulator.testnet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/** Everything that a person, a file or a program can ask of a testnet. */
public sealed interface TestnetCommand {

    /** Opens the node's listener (again) and lets it dial. */
    record StartNode(NodeName node) implements TestnetCommand {}

    /** Closes the node's listener and connections; its chain and counters stay. */
    record StopNode(NodeName node) implements TestnetCommand {}

    record StartAll() implements TestnetCommand {}

    record StopAll() implements TestnetCommand {}

    /** Resets the connections between two nodes and refuses new ones until restored. */
    record DropLink(LinkId link) implements TestnetCommand {}

    /** Lets the two nodes connect again and tells both that it is worth trying. */
    record RestoreLink(LinkId link) implements TestnetCommand {}

    /** Replaces the conditions of one direction, for traffic that is sent from now on. */
    record SetConditions(LinkId link, Direction direction, LinkConditions conditions) implements TestnetCommand {}

    /** Restores every link, removes every condition and heals every partition. */
    record ClearFaults() implements TestnetCommand {}

    /**
     * Makes every link between the groups a black hole, on top of what was asked of it, until healed; links that come about
     * later as well.
     */
    record Split(Partition partition) implements TestnetCommand {}

    /** Ends the partition of that name, or every one for null: each link is again as it was asked to be. */
    record Heal(@Nullable String partition) implements TestnetCommand {}

    /** Measures the round trip of a link from both ends, now. */
    record ProbeLink(LinkId link) implements TestnetCommand {}

    record MineBlock(NodeName node) implements TestnetCommand {}

    /** Whether all nodes mine by their timers. */
    record SetMining(boolean enabled) implements TestnetCommand {}

    /** Whether all nodes make transactions by their timers. */
    record SetTraffic(boolean enabled) implements TestnetCommand {}

    /** Whether all nodes treat their peers by their scores; the scores are measured and shown either way. */
    record SetQualityOfService(boolean enabled) implements TestnetCommand {}

    /**
     * {@code amount} is at least 1; both names have 1 to 64 characters.
     *
     * @param nonce tells otherwise equal transactions apart: the same one makes the same transaction; null for a random one
     */
    record SendTransaction(
            NodeName node,
            String from,
            String to,
            int amount,
            @Nullable Long nonce) implements TestnetCommand {
        public SendTransaction(NodeName node, String from, String to, int amount) {
            this(node, from, to, amount, null);
        }
    }

    record StartFlood(NodeName node, FloodSpec flood) implements TestnetCommand {}

    record StopFlood(NodeName node) implements TestnetCommand {}

    /** The node has nothing to do with the peer any more; {@code duration} null means for ever. */
    record BlacklistPeer(
            NodeName node,
            PeerId peer,
            String reason,
            @Nullable Duration duration) implements TestnetCommand {}

    /** Lets a program that is not ours take part: nodes dial it, or it is expected to dial in. */
    record AttachGuest(GuestSpec guest) implements TestnetCommand {}

    /** Ends every connection with a guest and dials it no more. One that dials in may come again, uninvited. */
    record DetachGuest(NodeName guest) implements TestnetCommand {}

    /** Takes a peer off the node's blacklist. */
    record UnblacklistPeer(NodeName node, PeerId peer) implements TestnetCommand {}
}
