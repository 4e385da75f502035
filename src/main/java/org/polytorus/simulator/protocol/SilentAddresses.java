package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * What this node knows of the network against what answers: of the addresses at which it once reached a peer, at least two,
 * and at least half, were dialled twice or more since then, and lately, in vain. Addresses whose peers are connected from the other side answer, and those
 * on the blacklist do not count.
 */
final class SilentAddresses implements CutEvidence {
    static final int LEAST_SILENT = 2;
    /** A little longer than the longest pause between two tries. */
    private static final long LATELY_NANOS = TimeUnit.MINUTES.toNanos(6);

    private final NodeContext context;
    private final PeerTable peers;
    private final AddressBook book;
    private final Blacklist blacklist;

    SilentAddresses(NodeContext context, PeerTable peers, AddressBook book, Blacklist blacklist) {
        this.context = context;
        this.peers = peers;
        this.book = book;
        this.blacklist = blacklist;
    }

    @Override
    public @Nullable String find() {
        // Asked every second, and nearly always nothing is silent.
        if (book.silentAtMost() < LEAST_SILENT) {
            return null;
        }
        int known = 0;
        int silent = 0;
        for (PeerInfo info : book.thatWorked()) {
            if (blacklist.find(info.peerId(), info.address()) == null) {
                known++;
                boolean isConnected = peers.ofPeer(info.peerId()) != null;
                silent += !isConnected && book.isSilent(info.address(), context.now - LATELY_NANOS) ? 1 : 0;
            }
        }
        return silent >= LEAST_SILENT && 2 * silent >= known
                ? silent + " of " + known + " addresses that have worked before do not answer"
                : null;
    }

    @Override
    public void forget() {
        // The book is the memory, and it outlives a pause; tries from before the pause are soon no longer lately.
    }
}
