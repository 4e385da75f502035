package org.polytorus.simulator.scenario;

import java.time.Duration;

/**
 * What became of an expectation.
 *
 * @param at when it was decided, since the start
 * @param evidence what was found, for a person
 */
public record Verdict(Expectation expectation, Outcome outcome, Duration at, String evidence) {

    /** Held or failed; pending only while the run goes on. */
    public enum Outcome {
        PENDING,
        HELD,
        FAILED
    }
}
