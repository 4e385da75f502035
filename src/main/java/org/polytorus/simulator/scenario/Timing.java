package org.polytorus.simulator.scenario;

import java.time.Duration;

/** When an expectation is judged. Times are since the start. */
public sealed interface Timing {

    /** At one time, mostly the end. */
    record At(Duration time) implements Timing {}

    /** It has to come true once, after the one and not later than the other. */
    record Within(Duration after, Duration until) implements Timing {}

    /** It has to be true at every look in between. */
    record Always(Duration after, Duration until) implements Timing {}

    /** From when on looks count. */
    default Duration from() {
        return switch (this) {
            case At at -> at.time();
            case Within within -> within.after();
            case Always always -> always.after();
        };
    }

    /** When it is decided at the latest. */
    default Duration until() {
        return switch (this) {
            case At at -> at.time();
            case Within within -> within.until();
            case Always always -> always.until();
        };
    }
}
