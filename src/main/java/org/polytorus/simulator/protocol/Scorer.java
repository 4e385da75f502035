package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerFigures;
import org.polytorus.simulator.model.PeerScore;

/**
 * Makes one number of what was measured of a peer: 100 times the product of five factors from 0 to 1. A product, since a peer
 * is worth no more than its weakest side: speed does not make up for half of the answers being lost.
 *
 * <ul>
 *   <li>round trip: 500 ms / (500 ms + smoothed round trip + its deviation); at half a second, half is left
 *   <li>pings: the answered share, squared, since a ping needs one message each way, and fetching a block twice as many
 *   <li>requests: the answered share
 *   <li>delivery: 1 s / (1 s + what answers with data take beyond a round trip), which is where a narrow link shows
 *   <li>connections: 2 / (2 + failed connections)
 * </ul>
 */
final class Scorer {
    /** Fewer pings and requests than this tell nothing. */
    static final int LEAST_KNOWLEDGE = 2;

    private static final double HALVING_ROUND_TRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double HALVING_DELIVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double HALVING_FAILURES = 2;
    private static final int ALL = 100;

    private Scorer() {}

    /** Whether enough is known for a score. */
    static boolean isKnown(PeerQuality.Measured measured) {
        boolean isTimed = measured.roundTripNanos() >= 0 || measured.unansweredPings() > 0;
        return isTimed && measured.pings() + measured.requests() >= LEAST_KNOWLEDGE;
    }

    /** The points alone, from 0 to 100: what decides. */
    static int points(PeerQuality.Measured measured) {
        return percent(roundTrip(measured)
                * pings(measured)
                * requests(measured)
                * delivery(measured)
                * connections(measured));
    }

    /** The score with what it comes from, or null as long as too little is known. */
    static @Nullable PeerScore score(PeerQuality.Measured measured) {
        return !isKnown(measured)
                ? null
                : new PeerScore(
                        points(measured),
                        List.of(
                                new PeerScore.Part(
                                        "round trip",
                                        percent(roundTrip(measured)),
                                        new PeerFigures.RoundTrip(
                                                measured.roundTripNanos(), measured.deviationNanos())),
                                new PeerScore.Part(
                                        "pings",
                                        percent(pings(measured)),
                                        new PeerFigures.Unanswered(measured.unansweredPings(), measured.pings())),
                                new PeerScore.Part(
                                        "requests",
                                        percent(requests(measured)),
                                        new PeerFigures.Unanswered(measured.unansweredRequests(), measured.requests())),
                                new PeerScore.Part(
                                        "delivery",
                                        percent(delivery(measured)),
                                        new PeerFigures.Delivery(
                                                measured.deliveryNanos(), measured.usefulBytesPerSecond())),
                                new PeerScore.Part(
                                        "connections",
                                        percent(connections(measured)),
                                        new PeerFigures.Failures(measured.failedConnections()))));
    }

    private static double roundTrip(PeerQuality.Measured measured) {
        return measured.roundTripNanos() < 0
                ? 1
                : halving(measured.roundTripNanos() + (double) measured.deviationNanos(), HALVING_ROUND_TRIP_NANOS);
    }

    private static double pings(PeerQuality.Measured measured) {
        double answered = 1 - measured.unansweredPings();
        return answered * answered;
    }

    private static double requests(PeerQuality.Measured measured) {
        return 1 - measured.unansweredRequests();
    }

    private static double delivery(PeerQuality.Measured measured) {
        return halving(beyondRoundTrip(measured), HALVING_DELIVERY_NANOS);
    }

    private static double connections(PeerQuality.Measured measured) {
        return halving(measured.failedConnections(), HALVING_FAILURES);
    }

    /** 1 for nothing, a half for {@code halfAt}, ever less after it. */
    private static double halving(double value, double halfAt) {
        return halfAt / (halfAt + value);
    }

    private static double beyondRoundTrip(PeerQuality.Measured measured) {
        boolean isKnown = measured.deliveryNanos() >= 0 && measured.roundTripNanos() >= 0;
        return isKnown ? Math.max(0, measured.deliveryNanos() - measured.roundTripNanos()) : 0;
    }

    private static int percent(double factor) {
        return (int) Math.round(ALL * factor);
    }
}
