package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;

/** What nodes run on: in most testnets nothing is limited, in the others each node runs on one of a few kinds of machines. */
final class RandomMachines {
    private static final double CHANCE_OF_LIMITS = 0.3;
    private static final int MOST_KINDS = 3;
    /** What is sent waits for seconds, but what nodes say when all is quiet, and the last block, come through in time. */
    private static final int LEAST_BITS_PER_SECOND = 32_000;

    private static final int MOST_BITS_PER_SECOND = 100_000_000;
    /** A chain of a hundred blocks is checked well before a node has to follow it. */
    private static final int MOST_MILLIS_TO_CHECK = 100;

    private static final int MOST_MILLIS_PER_MEGABYTE = 5_000;

    private final Dice dice;
    private final List<Machine> kinds = new ArrayList<>();

    RandomMachines(Dice dice) {
        this.dice = dice;
        kinds.add(Machine.UNLIMITED);
        int limited = dice.chance(CHANCE_OF_LIMITS) ? dice.between(1, MOST_KINDS) : 0;
        for (int i = 0; i < limited; i++) {
            kinds.add(new Machine(line(), line(), time(MOST_MILLIS_TO_CHECK), time(MOST_MILLIS_PER_MEGABYTE)));
        }
    }

    /** The one of the next node. */
    Machine next() {
        return dice.oneOf(kinds);
    }

    private @Nullable Bandwidth line() {
        return dice.chance(0.5) ? new Bandwidth(dice.magnitude(LEAST_BITS_PER_SECOND, MOST_BITS_PER_SECOND)) : null;
    }

    private Duration time(int mostMillis) {
        return dice.chance(0.5) ? dice.millis(1, mostMillis) : Duration.ZERO;
    }
}
