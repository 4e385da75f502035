package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;
import org.polytorus.simulator.wire.WireException;

/** Everything that can happen to a node. The host hands inputs over one at a time, in the order in which they happened. */
public sealed interface Input {

    /**
     * What the host has kept of an earlier life of this node, in as many parts as it likes, all of them before the first start.
     * Blocks come with parents before children.
     */
    record Remembered(List<Block> blocks, List<PeerInfo> peers) implements Input {
        public Remembered {
            blocks = List.copyOf(blocks);
            peers = List.copyOf(peers);
        }
    }

    /** The listener is open at this address: begin to dial and to mine. Also starts a stopped node again. */
    record Start(Endpoint listening) implements Input {}

    /** End every connection and do nothing until the next start. The chain and the counters stay. */
    record Stop() implements Input {}

    /** The time that {@link Output.WakeAt} named has come. An early or superfluous wake-up does no harm. */
    record WakeUp() implements Input {}

    /** A dial that this node asked for became a connection. */
    record DialSucceeded(ConnectionId connection, Endpoint remote) implements Input {}

    /** A dial that this node asked for did not. */
    record DialFailed(Endpoint remote, DialFailure failure) implements Input {}

    /** Somebody connected to the listener. */
    record Accepted(ConnectionId connection, Endpoint remote) implements Input {}

    /** A whole frame arrived; {@code payload} is what follows the length prefix and is not changed any more. */
    record Received(ConnectionId connection, byte[] payload) implements Input {}

    /** The length prefix of a frame was refused; nothing more is read from this connection. */
    record BadFrame(ConnectionId connection, WireException error) implements Input {}

    /** The connection is gone, whoever ended it. The last input about it. */
    record Closed(ConnectionId connection, String cause) implements Input {}

    /** The connection's outgoing buffer is full (or no longer): hold messages back meanwhile. */
    record Congestion(ConnectionId connection, boolean congested) implements Input {}

    /**
     * The answer to {@link Output.ListConnections}: every connection that the node was told of and that was not reported as
     * closed in an input before this one.
     */
    record OpenConnections(List<ConnectionId> connections) implements Input {
        public OpenConnections {
            connections = List.copyOf(connections);
        }
    }

    /** Something about the network was mended: waiting for a next try makes no sense any more. */
    record NetworkChanged() implements Input {}

    /** Stay connected with whoever listens there, as with a bootstrap address, over stops and starts too. */
    record KeepConnected(Endpoint address) implements Input {}

    /** Dial an address that this node was to keep connected with no more, and end the connection that was dialled. */
    record Release(Endpoint address) implements Input {}

    /** Mine one block now, whatever the timer says. */
    record MineBlock() implements Input {}

    /** Mine by the timer, or cease to. */
    record SetMining(boolean enabled) implements Input {}

    /** Make transactions by the timer, or cease to. */
    record SetTraffic(boolean enabled) implements Input {}

    /** Treat peers by their scores, or all alike. */
    record SetQualityOfService(boolean enabled) implements Input {}

    /** Make a transaction and send it on its way. All becomes part of it; a null nonce is drawn. */
    record SendTransaction(
            String from, String to, int amount, @Nullable Long nonce) implements Input {
        public SendTransaction(String from, String to, int amount) {
            this(from, to, amount, null);
        }
    }

    /** Measure the round trip to one peer, or to all, now. */
    record Probe(@Nullable PeerId peer) implements Input {}

    /** Send messages at a steady rate until the duration is over. Replaces a flood under way. */
    record StartFlood(
            FloodKind kind,
            int messagesPerSecond,
            int messageBytes,
            @Nullable PeerId target,
            Duration duration) implements Input {}

    /** End the flood, if one is under way. */
    record StopFlood() implements Input {}

    /** Have nothing to do with a peer any more; {@code duration} null means for ever. */
    record BlacklistPeer(
            PeerId peer, String reason, @Nullable Duration duration) implements Input {}

    /** Take a peer off the blacklist. */
    record UnblacklistPeer(PeerId peer) implements Input {}
}
