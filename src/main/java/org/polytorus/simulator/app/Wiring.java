package org.polytorus.simulator.app;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetFactory;

/**
 * The parts that the command line puts together. Nothing else in this package names the parts' own classes, so that
 * {@code --help} loads neither JavaFX nor Netty, and a test can bring doubles.
 *
 * @param loader reads testnet and node files
 * @param live starts nodes on real sockets
 * @param obstacle says what stands in the way of a window on this machine, or null
 * @param window opens the window
 * @param frameDecoder turns one line of hex into one line of JSON; for a bad line, too, and never throws
 * @param benchmarks what {@code bench} can measure, in the order in which it does
 */
public record Wiring(
        TestnetLoader loader,
        TestnetFactory live,
        Supplier<Display.@Nullable Obstacle> obstacle,
        WindowLauncher window,
        UnaryOperator<String> frameDecoder,
        List<Benchmark> benchmarks) {

    public Wiring {
        benchmarks = List.copyOf(benchmarks);
    }
}
