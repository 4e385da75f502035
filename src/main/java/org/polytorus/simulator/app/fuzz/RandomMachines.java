package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.invariant.Invariants;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;

/** What nodes run on: in most testnets nothing is limited, in the others each node runs on one of a few kinds of machines. */
final class RandomMachines {
    private static final double CHANCE_OF_LIMITS = 0.3;
    private static final int MOST_KINDS = 3;
    /** On the narrow ones a block takes minutes; on the wide ones, and so in half of these testnets, all comes through in time. */
    private static final int NARROWEST_BITS_PER_SECOND = 32_000;

    private static final int MOST_BITS_PER_SECOND = 100_000_000;
    private static final Duration SLOW_PER_MEGABYTE = Duration.ofSeconds(5);

    private final Dice dice;
    private final boolean areSwift;
    private final List<Machine> kinds = new ArrayList<>();

    RandomMachines(Dice dice) {
        this.dice = dice;
        areSwift = dice.chance(0.5);
        kinds.add(Machine.UNLIMITED);
        int limited = dice.chance(CHANCE_OF_LIMITS) ? dice.between(1, MOST_KINDS) : 0;
        for (int i = 0; i < limited; i++) {
            kinds.add(new Machine(
                    line(),
                    line(),
                    time(Invariants.LONGEST_CHECK),
                    time(areSwift ? Invariants.LONGEST_CHECK_OF_MEGABYTE : SLOW_PER_MEGABYTE)));
        }
    }

    /** The one of the next node. */
    Machine next() {
        return dice.oneOf(kinds);
    }

    private @Nullable Bandwidth line() {
        int least = areSwift ? Invariants.LEAST_BITS_PER_SECOND : NARROWEST_BITS_PER_SECOND;
        return dice.chance(0.5) ? new Bandwidth(dice.magnitude(least, MOST_BITS_PER_SECOND)) : null;
    }

    private Duration time(Duration most) {
        return dice.chance(0.5) ? dice.millis(1, Math.toIntExact(most.toMillis())) : Duration.ZERO;
    }
}
