package org.polytorus.simulator.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.sim.Simulation;

/** How a scenario is made smaller; what it breaks is made up. */
final class ShrinkerTest {
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration EARLY = Duration.ofSeconds(2);
    private static final Duration MARGIN = Duration.ofMillis(100);

    private final Scenario whole =
            RandomScenario.of(7, 5, Duration.ofSeconds(20)).scenario();
    private final List<Scenario> tried = new ArrayList<>();

    private static Violation after(Duration time) {
        return violationOf("kept rule", time);
    }

    private static Violation violationOf(String invariant, Duration time) {
        return new Violation(invariant, "it holds", "it did not", Simulation.BEGIN_NANOS + time.toNanos());
    }

    /** As if what is broken were broken sooner where nothing is done. */
    private static @Nullable Violation soonerWithoutSteps(Scenario scenario) {
        Duration time = scenario.steps().isEmpty() ? EARLY : LATE;
        return scenario.duration().compareTo(time) < 0 ? null : after(time);
    }

    @Test
    void whatCannotBeSmallerStaysAsItIs() {
        Shrinker shrinker = new Shrinker(
                scenario -> {
                    tried.add(scenario);
                    return null;
                },
                () -> false);
        assertThat(shrinker.shrink(whole, after(LATE))).isEqualTo(new Shrinker.Found(whole, after(LATE)));
        assertThat(tried).doesNotContain(whole).hasSizeGreaterThan(10);
        assertThat(shrinker.tried()).isEqualTo(tried.size());
        assertThat(tried.getFirst()).isEqualTo(Cuts.until(whole, LATE.plus(MARGIN)));
    }

    @Test
    void aScenarioThatBreaksAnotherRuleIsNotTakenForIt() {
        Shrinker shrinker = new Shrinker(_ -> violationOf("another rule", LATE), () -> false);
        assertThat(shrinker.shrink(whole, after(LATE)).scenario()).isEqualTo(whole);
    }

    @Test
    void theSmallestIsFoundCutToItsOwnViolation() {
        Shrinker.Found found = new Shrinker(ShrinkerTest::soonerWithoutSteps, () -> false).shrink(whole, after(LATE));
        assertThat(found.scenario().steps()).isEmpty();
        assertThat(found.scenario().testnet().nodes()).hasSize(1);
        assertThat(found.scenario().duration()).isEqualTo(EARLY.plus(MARGIN));
        assertThat(found.violation()).isEqualTo(after(EARLY));
    }

    @Test
    void whoeverEndsItIsGivenWhatWasFoundByThen() {
        Shrinker.Found found = new Shrinker(ShrinkerTest::soonerWithoutSteps, () -> true).shrink(whole, after(LATE));
        assertThat(found.scenario()).isEqualTo(Cuts.until(whole, LATE.plus(MARGIN)));
    }

    @Test
    void itEndsByItselfAfterThreeThousandRuns() {
        Step step = new Step(Duration.ofSeconds(1), "", "", List.of(new Action.RestoreAll()));
        Scenario busy = new Scenario(
                whole.name(),
                whole.text(),
                whole.testnet(),
                whole.duration(),
                Collections.nCopies(2_000, step),
                whole.expectations());
        Shrinker shrinker = new Shrinker(_ -> null, () -> false);
        assertThat(shrinker.shrink(busy, after(LATE)).scenario()).isEqualTo(busy);
        assertThat(shrinker.tried()).isEqualTo(Shrinker.MAX_RUNS);
    }
}
