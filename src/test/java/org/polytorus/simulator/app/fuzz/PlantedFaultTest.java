package org.polytorus.simulator.app.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.config.ScenarioWriter;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.protocol.Gauge;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.NodeSpec;

/** A fault that only tests can plant, to see that a sweep finds one, and what is left of the scenario. */
final class PlantedFaultTest {
    private static final Duration TROUBLE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    /** A node that loses the first block of its chain when it follows three. */
    private record Forgetful(NodeSight real) implements NodeSight, ChainView {
        private static final int FULL = 3;

        @Override
        public boolean contains(Hash hash) {
            Block first = real.chain().atHeight(1);
            boolean forgets = real.chain().height() >= FULL
                    && first != null
                    && first.hash().equals(hash.toString());
            return !forgets && real.chain().contains(hash);
        }

        @Override
        public boolean isRunning() {
            return real.isRunning();
        }

        @Override
        public int minimumDifficulty() {
            return real.minimumDifficulty();
        }

        @Override
        public ChainView chain() {
            return this;
        }

        @Override
        public NetworkStats stats() {
            return real.stats();
        }

        @Override
        public List<OpenConnection> connections() {
            return real.connections();
        }

        @Override
        public List<Wanted> addresses() {
            return real.addresses();
        }

        @Override
        public long poolDueNanos() {
            return real.poolDueNanos();
        }

        @Override
        public void gauge(Gauge gauge) {
            real.gauge(gauge);
        }

        @Override
        public Hash tipHash() {
            return real.chain().tipHash();
        }

        @Override
        public int height() {
            return real.chain().height();
        }

        @Override
        public int lowestHeight() {
            return real.chain().lowestHeight();
        }

        @Override
        public @Nullable Block atHeight(int height) {
            return real.chain().atHeight(height);
        }
    }

    @Test
    void aLostBlockIsFoundAndTheScenarioShrinksToOneNodeAndAFileThatShowsItAgainInAnyProcess() throws Exception {
        UnaryOperator<NodeSight> planted = Forgetful::new;
        Scenario whole = RandomScenario.of(234, 8, TROUBLE).scenario();
        NodeSpec usual = NodeSpec.named("usual");
        assertThat(whole.testnet().nodes())
                .as("machines with limits")
                .anyMatch(node -> !node.machine().equals(Machine.UNLIMITED));
        assertThat(whole.testnet().nodes().getFirst().requestTimeout()).isNotEqualTo(usual.requestTimeout());
        Violation violation = requireNonNull(new CheckedRun(whole, planted).run());
        assertThat(violation.invariant()).isEqualTo("kept blocks");

        Shrinker shrinker = new Shrinker(scenario -> new CheckedRun(scenario, planted).run(), () -> false);
        Shrinker.Found found = shrinker.shrink(whole, violation);
        assertThat(found.scenario().testnet().nodes()).hasSize(1);
        assertThat(found.scenario().testnet().links()).isEmpty();
        NodeSpec left = found.scenario().testnet().nodes().getFirst();
        assertThat(left.discovery()).as("settings that have no part in it").isEqualTo(DiscoverySettings.OFF);
        assertThat(left.maxPeers()).isEqualTo(usual.maxPeers());
        assertThat(left.rateLimit()).isEqualTo(usual.rateLimit());
        assertThat(left.machine()).isEqualTo(Machine.UNLIMITED);
        assertThat(left.requestTimeout()).isEqualTo(usual.requestTimeout());
        assertThat(found.scenario().steps().size()).isLessThanOrEqualTo(3);
        assertThat(found.scenario().duration()).isLessThan(whole.duration());

        Path file = directory.resolve("found.toml");
        Files.writeString(file, ScenarioWriter.write(found.scenario(), List.of("planted")));
        Scenario read = requireNonNull(TestnetFiles.load(List.of(file), false).scenario());
        assertThat(new CheckedRun(read, planted).run()).isEqualTo(found.violation());
        assertThat(new CheckedRun(read).run()).isNull();
        assertThat(replayedInAnotherProcess(file)).isEqualTo(found.violation().toString());
    }

    private static String replayedInAnotherProcess(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.strip();
    }

    /** What {@code fuzz --replay} does, with the planted fault. */
    static final class Replay {
        private Replay() {}

        public static void main(String[] args) {
            Scenario scenario = requireNonNull(
                    TestnetFiles.load(List.of(Path.of(args[0])), false).scenario());
            System.out.println(new CheckedRun(scenario, Forgetful::new).run());
        }
    }
}
