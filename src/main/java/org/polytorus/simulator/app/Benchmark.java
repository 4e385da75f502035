package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/**
 * One set of figures that {@code bench} can print.
 *
 * @param name what the user types
 * @param about one line for the help text
 */
public record Benchmark(String name, String about, Measurement measurement) {

    /**
     * How much is to be measured.
     *
     * @param duration how long, of what may take any time
     * @param nodes of each simulated testnet
     * @param blocks that travel in each of them
     */
    public record Effort(Duration duration, List<Integer> nodes, int blocks) {
        public Effort {
            nodes = List.copyOf(nodes);
        }
    }

    /** Measures and prints. */
    @FunctionalInterface
    public interface Measurement {
        /** Prints its figures to {@code out}. */
        void run(Effort effort, PrintWriter out);
    }
}
