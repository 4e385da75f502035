package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/**
 * Whom this node wants nothing to do with, why, and until when. An entry is about a peer id and the address at which that
 * peer listens, port and all: the nodes of a testnet share one IP address, so that an entry for the bare IP would shut
 * everybody out.
 */
final class Blacklist extends Timed {
    /** Entries; for one more, that which would end soonest is dropped. */
    static final int MAX_ENTRIES = 1_000;

    /** Nobody waits for a longer one to end, and a sum with the time could overflow. */
    private static final Duration AS_GOOD_AS_EVER = Duration.ofDays(36_500);

    private final NodeContext context;
    private final List<BlacklistEntry> entries = new ArrayList<>();
    private Runnable whenLifted = () -> {};

    Blacklist(NodeContext context) {
        super(context);
        this.context = context;
    }

    /** Who wants to know that somebody may be dialled again. */
    void whenLifted(Runnable action) {
        whenLifted = action;
    }

    /** Puts a peer on the list; {@code duration} null means for ever. What the user decided outlasts the node's own. */
    void add(PeerId peer, @Nullable Endpoint address, String reason, boolean byUser, @Nullable Duration duration) {
        BlacklistEntry old = find(peer, null);
        if (old != null && old.byUser() && !byUser) {
            return;
        }
        entries.remove(old);
        while (entries.size() >= MAX_ENTRIES) {
            entries.remove(entries.stream()
                    .min(Comparator.comparingLong(BlacklistEntry::expiresNanos))
                    .orElseThrow());
        }
        long expires =
                duration == null || duration.compareTo(AS_GOOD_AS_EVER) > 0 ? NEVER : context.now + duration.toNanos();
        BlacklistEntry entry = new BlacklistEntry(peer, address, reason, byUser, context.now, expires);
        entries.add(entry);
        plan();
        context.observe(new Observation.Blacklisted(entry));
    }

    /** Takes a peer off the list. */
    void remove(PeerId peer) {
        BlacklistEntry entry = find(peer, null);
        if (entry != null) {
            lift(entry, "lifted by the user");
        }
    }

    /** The entry about this peer or this listening address, or null if there is none that still holds. */
    @Nullable
    BlacklistEntry find(@Nullable PeerId peer, @Nullable Endpoint address) {
        for (BlacklistEntry entry : entries) {
            if (entry.expiresNanos() > context.now && entry.concerns(peer, address)) {
                return entry;
            }
        }
        return null;
    }

    /** A dialled address turned out to be that of a peer on the list. */
    void listensAt(PeerId peer, Endpoint address) {
        entries.replaceAll(entry -> entry.peer().equals(peer) ? entry.at(address) : entry);
    }

    void gauge(Gauge gauge) {
        gauge.holds("peers on the blacklist", entries.size(), MAX_ENTRIES);
    }

    List<BlacklistEntry> entries() {
        return List.copyOf(entries);
    }

    private void plan() {
        due(entries.stream().mapToLong(BlacklistEntry::expiresNanos).min().orElse(NEVER));
    }

    @Override
    void run() {
        for (BlacklistEntry entry : entries()) {
            if (entry.expiresNanos() <= context.now) {
                lift(entry, "expired");
            }
        }
    }

    private void lift(BlacklistEntry entry, String cause) {
        entries.remove(entry);
        plan();
        context.observe(new Observation.Unblacklisted(entry.peer(), cause));
        whenLifted.run();
    }
}
