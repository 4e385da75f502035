package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** What was measured on one connection that tells how good its peer is. */
final class PeerQuality {
    /** A pong that takes longer counts as none, unless the link is known to be slower than that. */
    private static final long SHORTEST_PING_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Pings whose answer is waited for at once; of further ones the round trip alone counts. */
    private static final int MAX_OPEN_PINGS = 8;

    private final ArrayDeque<OpenPing> openPings = new ArrayDeque<>(1);
    private final RoundTrip roundTrip = new RoundTrip();
    private final RoundTrip delivery = new RoundTrip();
    private final FailureShare pings = new FailureShare(Timed.NEVER);
    private final FailureShare requests = new FailureShare(TimeUnit.MINUTES.toNanos(2));
    private final UsefulRate useful = new UsefulRate();
    /** Whether a review would come to what the last one came to, but for the useful bytes. */
    private boolean settled;

    private record OpenPing(long nonce, long sentNanos) {}

    /**
     * The measurements at one moment. Shares are from 0 to 1; times are −1 before the first measurement.
     *
     * @param deliveryNanos from a request to the data, smoothed
     * @param usefulBytesPerSecond blocks and transactions that were new to this node
     * @param failedConnections how often connecting with the peer failed lately
     */
    record Measured(
            long roundTripNanos,
            long deviationNanos,
            long pings,
            double unansweredPings,
            long requests,
            double unansweredRequests,
            long deliveryNanos,
            double usefulBytesPerSecond,
            int failedConnections) {

        Measured withUseful(double bytesPerSecond) {
            return new Measured(
                    roundTripNanos,
                    deviationNanos,
                    pings,
                    unansweredPings,
                    requests,
                    unansweredRequests,
                    deliveryNanos,
                    bytesPerSecond,
                    failedConnections);
        }
    }

    void pingSent(long nonce, long now) {
        settled = false;
        if (openPings.size() < MAX_OPEN_PINGS) {
            openPings.addLast(new OpenPing(nonce, now));
        }
    }

    /** An answer to a ping of ours; it may be one that was given up already. */
    void pongReceived(long nonce, long nanos, long now) {
        settled = false;
        judgePings(now);
        if (openPings.removeIf(ping -> ping.nonce == nonce)) {
            pings.record(false, now);
        }
        roundTrip.measured(nanos);
    }

    /** Pings that should have been answered by now count as unanswered. */
    void judgePings(long now) {
        long patience = Math.max(SHORTEST_PING_PATIENCE_NANOS, roundTrip.timeoutNanos());
        while (!openPings.isEmpty() && openPings.getFirst().sentNanos + patience <= now) {
            openPings.removeFirst();
            pings.record(true, now);
        }
    }

    void requestAnswered(long nanos, long now) {
        settled = false;
        requests.record(false, now);
        delivery.measured(nanos);
    }

    /** The answer came after it was given up: late, but a measurement. */
    void requestAnsweredLate(long nanos) {
        settled = false;
        delivery.measured(nanos);
    }

    void requestUnanswered(long now) {
        settled = false;
        requests.record(true, now);
    }

    /** A block or a transaction arrived that this node did not have. */
    void useful(int bytes, long now) {
        settled = false;
        useful.add(bytes, now);
    }

    /** What an answer to a request hardly takes longer than. */
    long answerTimeoutNanos() {
        long known = Math.max(roundTrip.timeoutNanos(), delivery.timeoutNanos());
        return known == 0 ? RoundTrip.FIRST_TIMEOUT_NANOS : known;
    }

    /** Whether nothing was measured since the last review, and nothing fades by itself that the points are made of. */
    boolean isSettled() {
        return settled;
    }

    /** What is known now, kept in mind as of now. */
    Measured review(int failedConnections, long now) {
        judgePings(now);
        useful.reviewed();
        settled = openPings.isEmpty() && pings.isClean() && requests.isClean() && failedConnections == 0;
        return measured(failedConnections, now);
    }

    Measured measured(int failedConnections, long now) {
        return new Measured(
                roundTrip.smoothedNanos(),
                roundTrip.deviationNanos(),
                pings.attempts(),
                pings.share(now),
                requests.attempts(),
                requests.share(now),
                delivery.smoothedNanos(),
                useful.bytesPerSecond(now),
                failedConnections);
    }

    /** The useful bytes at a time not before the last review, without what came since. */
    double usefulBytesPerSecondAsOf(long thenNanos) {
        return useful.bytesPerSecondAsOf(thenNanos);
    }
}
