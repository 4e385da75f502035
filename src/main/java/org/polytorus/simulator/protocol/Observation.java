package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.Suspicion;

/** What a node saw or decided, for people to read. Losing one loses no truth: the state is in {@link NodeView}. */
public sealed interface Observation {

    record PeerConnected(PeerId peer, Endpoint remote, boolean dialled) implements Observation {}

    record PeerLost(PeerId peer, Endpoint remote, String cause) implements Observation {}

    record DialFailed(Endpoint remote, DialFailure failure, int failures, long nextTryNanos) implements Observation {}

    /** A peer broke a rule: what it sent, which rule, what follows. {@code peer} is null before a handshake. */
    record Misbehaved(Endpoint remote, @Nullable PeerId peer, Misbehaviour misbehaviour, String detail)
            implements Observation {}

    /** A peer was put on the blacklist. */
    record Blacklisted(BlacklistEntry entry) implements Observation {}

    record Unblacklisted(PeerId peer, String cause) implements Observation {}

    /** Peer table and host disagreed about a connection; {@code remote} is null where the table does not know it. */
    record OrphanRemoved(ConnectionId connection, @Nullable Endpoint remote, String cause) implements Observation {}

    record BlockMined(Hash hash, int height, int transactions) implements Observation {}

    /** The chain that is followed grew by blocks on top of it. {@code from} is null for an own block. */
    record TipAdvanced(Hash tip, int height, @Nullable PeerId from) implements Observation {}

    /** The node left a chain for a longer one. */
    record Reorganised(Hash oldTip, int oldHeight, Hash newTip, int newHeight, int removed, int added)
            implements Observation {}

    record BlockRejected(
            String hash, String reason, @Nullable PeerId from) implements Observation {}

    /**
     * A block or a transaction was brought, or announced; told only where {@link NodeSettings#tellsCopies} asks for it.
     *
     * @param kind which of the two, and whether the data or an announcement
     * @param known whether the node had it already
     */
    record Brought(MessageKind kind, Hash hash, PeerId from, boolean known) implements Observation {}

    /** A transaction of this node's own making begins to travel; told only where {@link NodeSettings#tellsCopies} asks for it. */
    record TransactionBegan(Hash hash) implements Observation {}

    record TransactionCreated(Hash hash) implements Observation {}

    /** A transaction of this node's own making was not taken in, and so not sent. */
    record TransactionRefused(Hash hash, String reason) implements Observation {}

    /** The node has so many peers as it wishes, for the first time. */
    record WishFulfilled(int peers) implements Observation {}

    record RoundTripMeasured(PeerId peer, long nanos) implements Observation {}

    /** This node may be cut off from a part of the network; told again when there is another kind of sign. */
    record PartitionSuspected(Suspicion suspicion) implements Observation {}

    /** No sign of a cut is left. */
    record SuspicionEnded(long lastedNanos) implements Observation {}
    /** A score decided something that a person may want to hear of. */
    record QualityDecided(QualityStats.Decision decision) implements Observation {}

    record FloodStarted(String description) implements Observation {}

    record FloodEnded(long sent, long heldBack) implements Observation {}
}
