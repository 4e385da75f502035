package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * A testnet, what is done to it and what is expected of it.
 *
 * @param text what it teaches, for a person; may be empty
 * @param duration how long it lasts; no step and no moment of an expectation is later
 * @param steps in the order of time
 */
public record Scenario(
        String name,
        String text,
        TestnetSpec testnet,
        Duration duration,
        List<Step> steps,
        List<Expectation> expectations) {
    public static final Duration MAX_DURATION = Duration.ofHours(1);
    /** How many steps a timeline has. */
    public static final int MAX_STEPS = 10_000;

    public Scenario {
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
    }

    /** The same about another testnet, such as one with another seed. */
    public Scenario on(TestnetSpec changed) {
        return new Scenario(name, text, changed, duration, steps, expectations);
    }
}
