package org.polytorus.simulator.ui.time;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.polytorus.simulator.testnet.Pace;

/** A speed that can be chosen for virtual time. */
record Speed(String text, Pace pace) {
    private static final double[] FACTORS = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};

    static final Speed REAL_TIME = of(1);

    /** From the slowest to the fastest. */
    static final List<Speed> ALL = Stream.concat(
                    DoubleStream.of(FACTORS).mapToObj(Speed::of),
                    Stream.of(new Speed("as fast as it goes", new Pace.Unlimited())))
            .toList();

    /** The one with this pace, or real time. */
    static Speed of(Pace pace) {
        return ALL.stream()
                .filter(speed -> speed.pace().equals(pace))
                .findFirst()
                .orElse(REAL_TIME);
    }

    /** The next faster one, or this if it is the fastest. */
    Speed faster() {
        return ALL.get(Math.min(ALL.indexOf(this) + 1, ALL.size() - 1));
    }

    /** The next slower one, or this if it is the slowest. */
    Speed slower() {
        return ALL.get(Math.max(ALL.indexOf(this) - 1, 0));
    }

    /** So many times as fast as real time, as a person reads it. */
    static String times(double factor) {
        String pattern = factor >= 10 || factor == Math.rint(factor) ? "×%,.0f" : factor < 0.1 ? "×%.2f" : "×%.1f";
        return String.format(Locale.ROOT, pattern, factor);
    }

    private static Speed of(double factor) {
        return new Speed(times(factor), new Pace.Times(factor));
    }

    /** What the list of choices shows. */
    @Override
    public String toString() {
        return text;
    }
}
