package org.polytorus.simulator.protocol;

import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.wire.PeerInfo;

/** What a node decides. The host carries outputs out in the order in which they come. */
public sealed interface Output {

    /** Open a connection; answer with {@link Input.DialSucceeded} or {@link Input.DialFailed}, exactly once. */
    record Dial(Endpoint remote) implements Output {}

    /**
     * Write one whole frame, length prefix included. The array may be shared between connections: nobody writes to it.
     */
    record Send(ConnectionId connection, MessageKind kind, byte[] frame) implements Output {}

    /**
     * End the connection after what was sent before has left, reading on until the other side has ended it too (for at
     * most a second), so that both count the same frames; answer with {@link Input.Closed}.
     */
    record Disconnect(ConnectionId connection, DisconnectReason reason) implements Output {}

    /** Wake the node at this time. Only the latest wish counts. */
    record WakeAt(long epochNanos) implements Output {}

    /** Say which connections of this node are open; answer with {@link Input.OpenConnections}. */
    record ListConnections() implements Output {}

    /** Keep these blocks, parents before children, for {@link Input.Remembered}: they became part of the tree, on any branch. */
    record RememberBlocks(List<Block> blocks) implements Output {
        public RememberBlocks {
            blocks = List.copyOf(blocks);
        }
    }

    /** Keep these peers, and no others, for {@link Input.Remembered}. */
    record RememberPeers(List<PeerInfo> peers) implements Output {
        public RememberPeers {
            peers = List.copyOf(peers);
        }
    }

    /**
     * What became of an {@link Input.Remembered}.
     *
     * @param blocks blocks that are part of the tree now
     * @param refused blocks that break a rule
     */
    record Recalled(int blocks, int refused, int peers) implements Output {}

    /** Something worth telling. */
    record Observed(Observation observation) implements Output {}
}
