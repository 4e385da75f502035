package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.PeerScore;

/** What measurements are worth. */
final class ScorerTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private static PeerQuality.Measured measured(
            long roundTripMillis, double pings, double requests, long deliveryMillis, int failed) {
        return new PeerQuality.Measured(
                roundTripMillis * MILLI, 0, 10, pings, 10, requests, deliveryMillis * MILLI, 0, failed);
    }

    private static int points(PeerQuality.Measured measured) {
        return Objects.requireNonNull(Scorer.score(measured)).points();
    }

    @Test
    void aPeerWithoutFaultHasAHundredPoints() {
        assertThat(points(measured(0, 0, 0, 0, 0))).isEqualTo(100);
    }

    @Test
    void everyFactorCostsByItselfWhatTheRuleSays() {
        assertThat(points(measured(500, 0, 0, 500, 0))).as("round trip").isEqualTo(50);
        assertThat(points(measured(0, 0.5, 0, 0, 0))).as("pings").isEqualTo(25);
        assertThat(points(measured(0, 0, 0.5, 0, 0))).as("requests").isEqualTo(50);
        assertThat(points(measured(0, 0, 0, 1_000, 0))).as("delivery").isEqualTo(50);
        assertThat(points(measured(0, 0, 0, 0, 2))).as("connections").isEqualTo(50);
    }

    @Test
    void aPeerThatIsBadInTwoWaysIsWorseThanInOne() {
        assertThat(points(measured(500, 0, 0.5, 500, 0))).isEqualTo(25);
    }

    @Test
    void thePointsAreTheProductOfTheNamedParts() {
        PeerScore score = Objects.requireNonNull(Scorer.score(measured(500, 0.1, 0.2, 700, 1)));
        double product = score.parts().stream()
                .mapToDouble(part -> part.percent() / 100.0)
                .reduce(100, (one, other) -> one * other);
        assertThat((double) score.points()).isBetween(product - 1, product + 1);
        assertThat(score.parts())
                .extracting(PeerScore.Part::name)
                .containsExactly("round trip", "pings", "requests", "delivery", "connections");
    }

    @Test
    void whatWasMeasuredIsToldInWords() {
        PeerScore good = Objects.requireNonNull(Scorer.score(measured(12, 0.125, 0, 700, 1)));
        assertThat(good.parts())
                .extracting(PeerScore.Part::measured)
                .containsExactly(
                        "12.0 ms ± 0.0 ms",
                        "13 % unanswered lately, of 10",
                        "0 % unanswered lately, of 10",
                        "700.0 ms to an answer, 0 useful bytes/s",
                        "1 failed");
        PeerScore unknown = Objects.requireNonNull(Scorer.score(new PeerQuality.Measured(-1, 0, 2, 1, 0, 0, -1, 0, 0)));
        assertThat(unknown.parts())
                .extracting(PeerScore.Part::measured)
                .containsExactly(
                        "not measured yet",
                        "100 % unanswered lately, of 2",
                        "none yet",
                        "0 useful bytes/s",
                        "0 failed");
    }

    @Test
    void tooFewMeasurementsGiveNoScore() {
        assertThat(Scorer.score(new PeerQuality.Measured(MILLI, 0, 1, 0, 0, 0, -1, 0, 0)))
                .isNull();
        assertThat(Scorer.score(new PeerQuality.Measured(MILLI, 0, 1, 0, 1, 0, -1, 0, 0)))
                .isNotNull();
    }

    @Test
    void theRoundTripIsSmoothedByRfc6298() {
        RoundTrip roundTrip = new RoundTrip();
        roundTrip.measured(800);
        assertThat(roundTrip.smoothedNanos()).isEqualTo(800);
        assertThat(roundTrip.deviationNanos()).isEqualTo(400);
        roundTrip.measured(1_600);
        assertThat(roundTrip.deviationNanos()).isEqualTo(500);
        assertThat(roundTrip.smoothedNanos()).isEqualTo(900);
        assertThat(roundTrip.timeoutNanos()).isEqualTo(2_900);
    }

    @Test
    void aFailureIsForgivenByHalfInTwoMinutesAndByGoodOutcomesSooner() {
        FailureShare share = new FailureShare(TimeUnit.MINUTES.toNanos(2));
        share.record(true, 0);
        double first = share.share(0);
        assertThat(first).isEqualTo(1.0 / 3);
        assertThat(share.share(TimeUnit.MINUTES.toNanos(2))).isEqualTo(first / 2);
        share.record(false, 0);
        assertThat(share.share(0)).isEqualTo(first * 3 / 4);
    }

    @Test
    void aPongAfterThreeSecondsComesTooLateUnlessTheLinkIsKnownToBeSoSlow() {
        PeerQuality quality = new PeerQuality();
        quality.pingSent(1, 0);
        quality.pongReceived(1, 4_000 * MILLI, 4_000 * MILLI);
        assertThat(quality.measured(0, 4_000 * MILLI).unansweredPings()).isPositive();
        long later = 10_000 * MILLI;
        quality.pingSent(2, later);
        quality.judgePings(later + 4_500 * MILLI);
        assertThat(quality.measured(0, later).pings()).isEqualTo(1);
        quality.pongReceived(2, 4_500 * MILLI, later + 4_500 * MILLI);
        assertThat(quality.measured(0, later).pings()).isEqualTo(2);
    }

    @Test
    void whatWasUsefulIsAnAverageOverTheLastHalfMinute() {
        UsefulRate rate = new UsefulRate();
        for (int second = 1; second <= 300; second++) {
            rate.add(1_000, TimeUnit.SECONDS.toNanos(second));
        }
        assertThat(rate.bytesPerSecond(TimeUnit.SECONDS.toNanos(300))).isBetween(980.0, 1_020.0);
        assertThat(rate.bytesPerSecond(TimeUnit.SECONDS.toNanos(360))).isBetween(130.0, 140.0);
    }
}
