package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.polytorus.simulator.app.bench.CodecBench;
import org.polytorus.simulator.app.bench.LinkBench;
import org.polytorus.simulator.app.bench.NetworkBench;
import org.polytorus.simulator.app.bench.NodesBench;
import org.polytorus.simulator.app.bench.SimBench;
import org.polytorus.simulator.app.decode.FrameJson;
import org.polytorus.simulator.app.virtual.SimulatedTestnet;
import org.polytorus.simulator.app.window.JavaFxWindow;
import org.polytorus.simulator.chain.BlockHasher;
import org.polytorus.simulator.chain.TransactionHasher;
import org.polytorus.simulator.config.ConfigProblem;
import org.polytorus.simulator.config.LoadResult;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.http.HttpTestnetFactory;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.ui.shell.Hosts;

/** The program's own parts put together: the only place that names them all. */
final class ProgramWiring {
    /** Encoding, decoding and copying of the codec's four messages share the time of one measurement. */
    private static final int CODEC_CASES = 12;

    private ProgramWiring() {}

    static Wiring create() {
        TestnetFactory live = new HttpTestnetFactory(new LiveTestnetFactory());
        return new Wiring(
                new FileLoader(),
                live,
                Display::obstacle,
                new JavaFxWindow(
                        new Hosts(live, spec -> new SimulatedTestnet(spec, Pace.REAL_TIME)),
                        VersionText.programVersion()),
                new FrameJson(TransactionHasher::hash, BlockHasher::hash)::describe,
                List.of(
                        new Benchmark(
                                "codec", "one thread; a bare copy of the same bytes is 1.0", ProgramWiring::benchCodec),
                        new Benchmark(
                                "network",
                                "node to node over a real socket; a bare pair of Netty channels is 1.00",
                                (effort, out) -> new NetworkBench(live)
                                        .run(effort.duration())
                                        .forEach(out::println)),
                        new Benchmark(
                                "link",
                                "what is asked of a link and what it does, over real sockets; times in ms",
                                (effort, out) -> new LinkBench(effort.duration(), atOnce(out)).run()),
                        new Benchmark(
                                "nodes",
                                "until all are connected, 4 links each, and their heap; bare Netty servers are 1.00",
                                (_, out) -> new NodesBench(live).run().forEach(out::println)),
                        new Benchmark(
                                "sim",
                                "nodes in virtual time, 8 links of 10 ms each, while a block a second travels to all of them",
                                ProgramWiring::benchSim)));
    }

    private static void benchSim(Benchmark.Effort effort, PrintWriter out) {
        new SimBench(effort.nodes(), effort.blocks()).run(atOnce(out));
    }

    /** Shows each line as soon as it is known. */
    private static Consumer<String> atOnce(PrintWriter out) {
        return line -> {
            out.println(line);
            out.flush();
        };
    }

    private static void benchCodec(Benchmark.Effort effort, PrintWriter out) {
        CodecBench.table(new CodecBench().run(effort.duration().dividedBy(CODEC_CASES)))
                .forEach(out::println);
    }

    /** Reads files of both formats. */
    private static final class FileLoader implements TestnetLoader {
        @Override
        public Loaded load(List<Path> files, boolean expose) {
            LoadResult result = TestnetFiles.load(files, expose);
            List<Loaded.Problem> problems = result.problems().stream()
                    .map(problem ->
                            new Loaded.Problem(problem.severity() == ConfigProblem.Severity.ERROR, problem.toString()))
                    .toList();
            return new Loaded(result.spec(), result.scenario(), problems);
        }

        @Override
        public boolean isTestnet(Path file) {
            return TestnetFiles.isTestnet(file);
        }
    }
}
