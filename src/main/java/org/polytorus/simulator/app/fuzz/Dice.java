package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.host.NodeSetup;

/** Chances from one seed. All values are such that a file can say them exactly. */
final class Dice {
    private static final int THOUSAND = 1_000;
    private static final int STEP_MILLIS = 100;

    private final RandomGenerator random;

    Dice(long seed) {
        random = NodeSetup.random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Small values are as likely as large ones: each order of magnitude has the same chance. */
    int magnitude(int least, int most) {
        double exponent = random.nextDouble(Math.log(least), Math.log(most + 1.0));
        return Math.clamp((long) Math.exp(exponent), least, most);
    }

    /** A share in thousandths. */
    double share(int leastThousandths, int mostThousandths) {
        return magnitude(leastThousandths, mostThousandths) / (double) THOUSAND;
    }

    Duration millis(int least, int most) {
        return Duration.ofMillis(magnitude(least, most));
    }

    /** A moment up to that one, in tenths of a second. */
    Duration moment(Duration from, Duration until) {
        int least = (int) (from.toMillis() / STEP_MILLIS);
        int most = (int) (until.toMillis() / STEP_MILLIS);
        return Duration.ofMillis((long) between(least, most) * STEP_MILLIS);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The same things in another order. */
    <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
        }
        return shuffled;
    }
}
