package org.polytorus.simulator.protocol;

import java.util.List;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.wire.PeerInfo;

/** Judges what others say about addresses: nobody is dialled there who cannot be, or whom we must not reach. */
final class Hearsay {
    /** Entries of one list that are looked at. */
    static final int MAX_ENTRIES = 1_000;

    static final int MAX_NODE_TYPE_LENGTH = 256;

    private static final long BROADCAST = 0xffff_ffffL;

    private final NodeContext context;

    Hearsay(NodeContext context) {
        this.context = context;
    }

    /** The entries worth remembering, at most {@code most}; whoever says mostly nonsense has broken a rule. */
    List<PeerInfo> credible(Connection from, List<PeerInfo> told, int most) {
        List<PeerInfo> credible =
                told.stream().limit(most).filter(this::isCredible).toList();
        if (2 * credible.size() < told.size()) {
            context.misbehaved(
                    from,
                    Misbehaviour.NONSENSE_ADDRESSES,
                    (told.size() - credible.size()) + " of " + told.size() + " entries");
        }
        return credible;
    }

    boolean isCredible(PeerInfo entry) {
        return !entry.peerId().equals(context.self)
                && !entry.address().equals(context.listening)
                && entry.nodeType().length() <= MAX_NODE_TYPE_LENGTH
                && canBeDialled(entry.address());
    }

    /** A node that listens on this machine alone stays on it, whatever others say. */
    private boolean canBeDialled(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        boolean isBroadcast = !address.isV6() && address.low() == BROADCAST;
        boolean isReachable =
                address.isLoopback() || !context.listening.address().isLoopback();
        return endpoint.port() != 0
                && !address.isUnspecified()
                && !address.isMulticast()
                && !isBroadcast
                && isReachable;
    }
}
