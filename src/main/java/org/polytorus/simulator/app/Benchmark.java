package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * One set of figures that {@code bench} can print.
 *
 * @param name what the user types
 * @param about one line for the help text
 */
public record Benchmark(String name, String about, Measurement measurement) {

    /** Measures and prints. */
    @FunctionalInterface
    public interface Measurement {
        /** Prints its figures to {@code out} after about {@code duration}. */
        void run(Duration duration, PrintWriter out);
    }
}
