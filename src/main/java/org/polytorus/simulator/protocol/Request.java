package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thing that is wanted: who was asked for it, and who else has it. */
final class Request {
    /** Holders that are kept in mind besides the one that is asked. */
    static final int MAX_HOLDERS = 8;

    private static final int USUAL_ROUND_TRIPS = 4;

    /** Less than a second would hardly be noticed, and asks twice for what merely is a little slower than usual. */
    private static final long SHORTEST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int SHORT_TIMEOUTS = 2;

    private final long sinceNanos;
    private final long patienceNanos;
    private final ArrayDeque<Connection> holders = new ArrayDeque<>();
    /** Everybody that was asked, the latest last; bounded, since each was a holder before and none is asked twice. */
    private final List<Asked> asked = new ArrayList<>();

    private record Asked(Connection peer, long sentNanos, boolean isGivenUp) {}

    /** For whom the request counts among those that are open. */
    @Nullable
    ConnectionId charged;

    /** @param patienceNanos how long whoever is asked has to answer, or longer where its link is slow */
    Request(long now, long patienceNanos) {
        this.sinceNanos = now;
        this.patienceNanos = patienceNanos;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    /** Whether nobody was asked yet, in the hope of a better holder. */
    boolean isHeldBack() {
        return asked.isEmpty();
    }

    boolean isAsked(Connection peer) {
        return !asked.isEmpty() && asked.getLast().peer == peer;
    }

    /** The one that was asked last; not while it is held back. */
    Connection askedLast() {
        return asked.getLast().peer;
    }

    /** When that one was asked. */
    long askedNanos() {
        return asked.getLast().sentNanos;
    }

    boolean hasAlternatives() {
        return !holders.isEmpty();
    }

    Connection firstHolder() {
        return holders.getFirst();
    }

    /** Those that were not asked, in the order in which they announced it. */
    Collection<Connection> holders() {
        return holders;
    }

    /** False if the holder was known, or there are enough. */
    boolean addHolder(Connection holder) {
        boolean isKnown = holders.contains(holder) || isAsked(holder);
        if (isKnown || holders.size() >= MAX_HOLDERS) {
            return false;
        }
        holders.addLast(holder);
        return true;
    }

    void removeHolder(Connection holder) {
        holders.remove(holder);
    }

    void asked(Connection holder, long now) {
        holders.remove(holder);
        asked.removeIf(before -> before.peer == holder);
        asked.addLast(new Asked(holder, now, false));
        if (asked.size() > MAX_HOLDERS) {
            asked.removeFirst();
        }
    }

    /** The answer did not come in time: that is held against the one who was asked. */
    void noteUnanswered(long now) {
        if (!asked.isEmpty()) {
            Asked late = asked.removeLast();
            asked.addLast(new Asked(late.peer, late.sentNanos, true));
            late.peer.quality.requestUnanswered(now);
        }
    }

    /** The thing arrived; what that tells of {@code from}, if it was asked. */
    void measureAnswer(Connection from, long now) {
        for (Asked one : asked) {
            if (one.peer == from && one.isGivenUp) {
                from.quality.requestAnsweredLate(now - one.sentNanos);
            } else if (one.peer == from) {
                from.quality.requestAnswered(now - one.sentNanos, now);
            }
        }
    }

    /**
     * When the next holder is asked.
     *
     * @param bySpeed whether the one who was asked is measured by how fast it usually answers
     */
    long deadlineNanos(boolean bySpeed) {
        Asked latest = asked.getLast();
        long usual = Math.max(patienceNanos, USUAL_ROUND_TRIPS * latest.peer.roundTripNanos);
        if (!bySpeed || !hasAlternatives()) {
            return latest.sentNanos + usual;
        }
        long expected = SHORT_TIMEOUTS * latest.peer.quality.answerTimeoutNanos();
        return latest.sentNanos + Math.min(usual, Math.max(SHORTEST_PATIENCE_NANOS, expected));
    }
}
