package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.sim.Simulation;

/** Makes a scenario that breaks an invariant as small as it gets while it still breaks the same one. */
public final class Shrinker {
    /** Runs at most; a shrinking that goes on for longer hardly finds more. */
    static final int MAX_RUNS = 3_000;
    /** How long a scenario lasts beyond its violation. */
    private static final Duration AFTER = Duration.ofMillis(100);

    private final Running runs;
    private final BooleanSupplier isOver;
    private int tried;

    /** Runs a scenario and gives the first violation, or null. */
    @FunctionalInterface
    public interface Running {
        @Nullable
        Violation run(Scenario scenario);
    }

    /** What was found: a scenario from which nothing can be taken away, and what it breaks. */
    public record Found(Scenario scenario, Violation violation) {}

    /** @param isOver whether to be content with what was found by now */
    public Shrinker(Running runs, BooleanSupplier isOver) {
        this.runs = runs;
        this.isOver = isOver;
    }

    /** How many scenarios were tried. */
    public int tried() {
        return tried;
    }

    /** The smallest that was found. */
    public Found shrink(Scenario scenario, Violation violation) {
        Found smallest = cutToTime(new Found(scenario, violation));
        Found next = smaller(smallest);
        while (next != null) {
            smallest = cutToTime(next);
            next = smaller(smallest);
        }
        return smallest;
    }

    private @Nullable Found smaller(Found found) {
        Iterator<Scenario> cuts = Cuts.of(found.scenario()).iterator();
        while (cuts.hasNext() && tried < MAX_RUNS && !isOver.getAsBoolean()) {
            Found smaller = tryIt(cuts.next(), found);
            if (smaller != null) {
                return smaller;
            }
        }
        return null;
    }

    private @Nullable Found tryIt(Scenario cut, Found before) {
        tried++;
        Violation violation = runs.run(cut);
        return violation != null
                        && violation.invariant().equals(before.violation().invariant())
                ? new Found(cut, violation)
                : null;
    }

    /** What comes after the violation has no part in it. */
    private Found cutToTime(Found found) {
        long nanos = found.violation().epochNanos() - Simulation.BEGIN_NANOS;
        Duration end = Duration.ofMillis(Duration.ofNanos(nanos).toMillis()).plus(AFTER);
        Scenario cut = Cuts.until(found.scenario(), end);
        if (cut.equals(found.scenario())) {
            return found;
        }
        Found shorter = tryIt(cut, found);
        return shorter == null ? found : shorter;
    }
}
