package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/** The command line on doubles, with what it printed. */
final class Console {
    private final Printed printed = new Printed();
    final List<List<Path>> loaded = new ArrayList<>();
    final List<TestnetSpec> started = new ArrayList<>();
    final FakeWindow window = new FakeWindow();
    Loaded answer = new Loaded(DefaultTestnet.spec(), List.of());
    Testnet testnet = new FakeTestnet(Snapshots.line("node1", "node2", "node3"));
    Display.@Nullable Obstacle obstacle;
    boolean readerIsGone;
    UnaryOperator<String> decoder = line -> "{\"kind\":\"" + line + "\"}";
    List<Benchmark> benchmarks = List.of();

    /** Runs one command line and returns its exit code. */
    int run(String... args) {
        TestnetFactory factory = spec -> {
            started.add(spec);
            return testnet;
        };
        Wiring wiring =
                new Wiring(new FakeLoader(), factory, () -> obstacle, window, line -> decoder.apply(line), benchmarks);
        return readerIsGone ? printed.run(wiring, brokenPipe(), args) : printed.run(wiring, args);
    }

    private static PrintWriter brokenPipe() {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    String out() {
        return printed.out();
    }

    String err() {
        return printed.err();
    }

    /** Answers every load with the same; files whose name starts with "testnet" are testnet files. */
    private final class FakeLoader implements TestnetLoader {
        @Override
        public Loaded load(List<Path> files, boolean expose) {
            loaded.add(files);
            return answer;
        }

        @Override
        public boolean isTestnet(Path file) {
            return file.toString().startsWith("testnet");
        }
    }
}
