package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Follows one expectation until it is decided. */
final class Judge {
    private final Expectation expectation;
    private String lastSeen = "nothing was there to measure";
    private long looks;
    private @Nullable Verdict verdict;

    Judge(Expectation expectation) {
        this.expectation = expectation;
    }

    /** As far as it is known. */
    Verdict verdict(Duration elapsed) {
        Verdict known = verdict;
        return known == null ? new Verdict(expectation, Verdict.Outcome.PENDING, elapsed, lastSeen) : known;
    }

    boolean isDecided() {
        return verdict != null;
    }

    Duration deadline() {
        return expectation.timing().until();
    }

    /** Takes a look; whether that decided it. */
    boolean look(Moment moment) {
        if (isDecided() || moment.elapsed().compareTo(expectation.timing().from()) < 0) {
            return false;
        }
        boolean inTime = moment.elapsed().compareTo(deadline()) <= 0;
        verdict = switch (expectation.timing()) {
            case Timing.At _ -> at(moment);
            case Timing.Within within -> within(within, moment, inTime);
            case Timing.Always _ -> always(moment, inTime);
        };
        return isDecided();
    }

    /** Nothing more is seen; whether that decided it. */
    boolean giveUp(Duration elapsed) {
        if (isDecided()) {
            return false;
        }
        verdict = failed(elapsed, "the run ended before it was decided; " + lastSeen);
        return true;
    }

    private Verdict at(Moment moment) {
        boolean isTrue = see(moment);
        return isTrue ? held(moment.elapsed(), lastSeen) : failed(moment.elapsed(), lastSeen);
    }

    private @Nullable Verdict within(Timing.Within within, Moment moment, boolean inTime) {
        if (!inTime) {
            return failed(deadline(), "not in time; at last, " + lastSeen);
        }
        if (see(moment)) {
            return held(moment.elapsed(), Times.text(moment.elapsed().minus(within.after())));
        }
        boolean isLastChance = moment.elapsed().equals(deadline());
        return isLastChance ? failed(deadline(), "not in time; at last, " + lastSeen) : null;
    }

    private @Nullable Verdict always(Moment moment, boolean inTime) {
        if (inTime && !see(moment)) {
            return failed(moment.elapsed(), lastSeen);
        }
        if (moment.elapsed().compareTo(deadline()) < 0) {
            return null;
        }
        return looks == 0
                ? failed(moment.elapsed(), "nobody looked in that time")
                : held(deadline(), "at each of " + looks + " looks; at last, " + lastSeen);
    }

    private boolean see(Moment moment) {
        looks++;
        OptionalDouble value = expectation.quantity().of(moment);
        lastSeen = value.isPresent()
                ? "found " + expectation.quantity().text(value.getAsDouble())
                : "found nothing to measure";
        return expectation.isTrue(moment);
    }

    private Verdict held(Duration at, String evidence) {
        return new Verdict(expectation, Verdict.Outcome.HELD, at, evidence);
    }

    private Verdict failed(Duration at, String evidence) {
        return new Verdict(expectation, Verdict.Outcome.FAILED, at, evidence);
    }
}
