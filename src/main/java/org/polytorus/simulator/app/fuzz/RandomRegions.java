package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.testnet.Region;
import org.polytorus.simulator.testnet.Regions;

/** A few parts of the world, and how far apart they are; in half of them some nodes cannot be dialled. */
final class RandomRegions {
    private static final List<String> NAMES = List.of("north", "east", "south", "west");
    private static final int MOST_MILLIS = 300;

    private final Dice dice;

    RandomRegions(Dice dice) {
        this.dice = dice;
    }

    /**
     * Such a world.
     *
     * @param nodes how many live in it, at least 2
     * @param degree how many neighbours each has, at least 1
     */
    Regions next(int nodes, int degree) {
        int count = dice.between(1, Math.min(nodes, NAMES.size()));
        List<Region> regions = new ArrayList<>();
        int left = nodes;
        for (int i = 0; i < count; i++) {
            int others = count - i - 1;
            int here = others == 0 ? left : dice.between(1, left - others);
            regions.add(new Region(NAMES.get(i), here, line(), line(), dice.chance(0.2) ? dice.share(5, 50) : 0));
            left -= here;
        }
        return new Regions(
                regions,
                latencies(count),
                dice.chance(0.5) ? dice.share(10, 300) : 0,
                dice.oneOf(List.of(Jitter.Shape.values())),
                line(),
                degree,
                dice.chance(0.5) ? OptionalInt.of(dice.between(0, degree)) : OptionalInt.empty(),
                dice.chance(0.5) ? dice.share(50, 900) : 1);
    }

    private @Nullable Bandwidth line() {
        return dice.chance(0.2) ? new Bandwidth(dice.magnitude(100_000, 100_000_000)) : null;
    }

    private List<List<Duration>> latencies(int count) {
        return Stream.generate(() -> Stream.generate(() -> dice.millis(1, MOST_MILLIS))
                        .limit(count)
                        .toList())
                .limit(count)
                .toList();
    }
}
