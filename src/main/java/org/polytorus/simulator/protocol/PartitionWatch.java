package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Suspicion;

/**
 * Asks every second whether this node may be cut off. Any one sign is enough for a suspicion; it carries all signs there are,
 * and ends with the last of them. A node that has never had a peer, or a block from one, sees none.
 */
final class PartitionWatch extends Timed {
    private final NodeContext context;
    private final PeersLostTogether lostTogether;
    private final StalledBlocks stalledBlocks;
    private final List<CutEvidence> kinds;
    private final List<CutEvidence> seen = new ArrayList<>();
    private @Nullable Suspicion suspicion;

    PartitionWatch(
            NodeContext context, PeerTable peers, AddressBook book, Blacklist blacklist, BooleanSupplier isMining) {
        super(context);
        this.context = context;
        lostTogether = new PeersLostTogether(context, peers);
        stalledBlocks = new StalledBlocks(context, isMining);
        kinds = List.of(lostTogether, stalledBlocks, new SilentAddresses(context, peers, book, blacklist));
    }

    void start() {
        kinds.forEach(CutEvidence::forget);
        due(context.nextBeatNanos());
    }

    /** Who does not take part is not cut off. */
    void stop() {
        due(NEVER);
        seen.clear();
        suspicion = null;
    }

    void gauge(Gauge gauge) {
        lostTogether.gauge(gauge);
    }

    void registered(Connection peer) {
        lostTogether.registered(peer.peerId());
    }

    void lost(Connection peer) {
        lostTogether.lost(peer);
    }

    /** A peer has brought a block that is valid and was unknown here. */
    void brought(Block block) {
        stalledBlocks.brought(block);
    }

    /** What this node suspects as of the last look, or null. */
    @Nullable
    Suspicion suspicion() {
        return suspicion;
    }

    @Override
    void run() {
        due(context.nextBeatNanos());
        List<String> texts = new ArrayList<>();
        boolean anyNew = false;
        for (CutEvidence kind : kinds) {
            String text = kind.find();
            if (text == null) {
                seen.remove(kind);
            } else {
                texts.add(text);
                anyNew |= !seen.contains(kind);
                if (!seen.contains(kind)) {
                    seen.add(kind);
                }
            }
        }
        judge(texts, anyNew);
    }

    /** Tells people of a new kind of sign and of the end; figures within a sign change silently. */
    private void judge(List<String> texts, boolean anyNew) {
        Suspicion before = suspicion;
        if (!texts.isEmpty()) {
            Suspicion now = new Suspicion(before == null ? context.now : before.sinceNanos(), texts);
            suspicion = now;
            if (anyNew) {
                context.observe(new Observation.PartitionSuspected(now));
            }
        } else if (before != null) {
            suspicion = null;
            context.observe(new Observation.SuspicionEnded(context.now - before.sinceNanos()));
        }
    }
}
