package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

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

    /** The program's own parts. */
    public static Wiring ofProgram() {
        return new Wiring(
                new TestnetLoader() {
                    @Override
                    public Loaded load(List<Path> files, boolean expose) {
                        throw missing();
                    }

                    @Override
                    public boolean isTestnet(Path file) {
                        throw missing();
                    }
                },
                spec -> {
                    throw missing();
                },
                Display::obstacle,
                new WindowLauncher() {
                    @Override
                    public void open(Opening opening) {
                        throw missing();
                    }

                    @Override
                    public HiddenWindow openHidden(TestnetSpec spec, Testnet testnet, PixelSize size, boolean dark) {
                        throw missing();
                    }
                },
                line -> {
                    throw missing();
                },
                List.of());
    }

    private static UnsupportedOperationException missing() {
        return new UnsupportedOperationException("This part is not wired into the program");
    }
}
