package org.polytorus.simulator.host;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.testnet.CommandResult;

/** One thing that a node saw. */
public record Report(long epochNanos, NodeName node, Observation observation) {

    /**
     * Whether people, or who measures, may want to hear of it. What concerns nobody but the node's state is left out, and transactions that
     * nobody asked for.
     *
     * @param asked whether somebody asked the node for a transaction just now
     */
    public static boolean isWorthTelling(Observation seen, boolean asked) {
        return switch (seen) {
            case Observation.RoundTripMeasured _, Observation.TransactionRefused _ -> false;
            case Observation.TransactionCreated _ -> asked;
            case Observation.Brought _,
                    Observation.TransactionBegan _,
                    Observation.PeerConnected _,
                    Observation.PeerLost _,
                    Observation.DialFailed _,
                    Observation.Misbehaved _,
                    Observation.Blacklisted _,
                    Observation.Unblacklisted _,
                    Observation.OrphanRemoved _,
                    Observation.QualityDecided _,
                    Observation.WishFulfilled _,
                    Observation.BlockMined _,
                    Observation.TipAdvanced _,
                    Observation.Reorganised _,
                    Observation.BlockRejected _,
                    Observation.FloodStarted _,
                    Observation.FloodEnded _,
                    Observation.PartitionSuspected _,
                    Observation.SuspicionEnded _ -> true;
        };
    }

    /** What the observation answers to whoever asked {@code node} for a transaction, or null if nothing. */
    public static @Nullable CommandResult answerOf(NodeName node, Observation seen) {
        if (seen instanceof Observation.TransactionCreated created) {
            return CommandResult.sent(created.hash());
        }
        return seen instanceof Observation.TransactionRefused refused
                ? CommandResult.refused(
                        node + " did not send transaction " + refused.hash() + ": " + refused.reason() + ".")
                : null;
    }
}
