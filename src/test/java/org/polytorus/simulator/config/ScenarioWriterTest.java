package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.RateLimit;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

final class ScenarioWriterTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("a \"quoted\" name");
    private static final NodeGroup PAIR = new NodeGroup("pair", List.of(ONE, TWO));
    private static final NodeGroup WEST = new NodeGroup("west", List.of(ONE));
    private static final NodeGroup EAST = new NodeGroup("east", List.of(TWO));
    private static final LinkId LINK = LinkId.of(ONE, TWO);
    private static final LinkConditions ALL = LinkConditions.NONE
            .but()
            .latency(Duration.ofMillis(120))
            .jitter(Jitter.normal(Duration.ofMillis(7)))
            .loss(0.013)
            .duplication(0.2)
            .reordering(new Reordering(0.5, Duration.ofMillis(33)))
            .corruption(0.001)
            .bandwidth(new Bandwidth(123_457))
            .queueBytes(4_321)
            .slicing(new Slicing(100, Duration.ofMillis(3)))
            .closeDelay(Duration.ofSeconds(2))
            .blackHole(true)
            .build();

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadAsItWas() throws Exception {
        Scenario written = new Scenario("Round trip", "", testnet(), Duration.ofSeconds(20), steps(), List.of());
        Path file = directory.resolve("written.toml");
        Files.writeString(file, ScenarioWriter.write(written, List.of("A comment")));
        LoadResult loaded = TestnetFiles.load(List.of(file), false);
        assertThat(loaded.problems()).noneMatch(problem -> problem.severity() == ConfigProblem.Severity.ERROR);
        Scenario read = requireNonNull(loaded.scenario());
        assertThat(read.testnet()).isEqualTo(written.testnet().withGroups(List.of(PAIR, WEST, EAST)));
        assertThat(read.duration()).isEqualTo(written.duration());
        assertThat(read.steps())
                .extracting(Step::at)
                .isEqualTo(written.steps().stream().map(Step::at).toList());
        assertThat(read.steps())
                .extracting(Step::actions)
                .isEqualTo(written.steps().stream().map(Step::actions).toList());
    }

    private static TestnetSpec testnet() {
        NodeSpec usual = NodeSpec.named("node1")
                .but()
                .difficulty(1)
                .mining(false)
                .blockTime(Duration.ofMillis(1_500))
                .transactionInterval(null)
                .maxPeers(7)
                .pingInterval(Duration.ofSeconds(3))
                .requestTimeout(Duration.ofMinutes(2))
                .rateLimit(new RateLimit(7, 3, 2_049))
                .discovery(new DiscoverySettings(true, Duration.ofSeconds(4), 3))
                .qualityOfService(false)
                .machine(new Machine(new Bandwidth(512_000), null, Duration.ofMillis(20), Duration.ofMillis(380)))
                .build();
        NodeSpec other = usual.but()
                .name(TWO)
                .maxPeers(9)
                .transactionInterval(Duration.ofSeconds(1))
                .machine(new Machine(null, new Bandwidth(3_000_001), Duration.ZERO, Duration.ofMillis(380)))
                .build();
        return new TestnetSpec(
                        "A testnet",
                        -5,
                        List.of(usual, other),
                        List.of(new LinkSpec(TWO, ONE, ALL, LinkConditions.NONE)))
                .withGroups(List.of(PAIR));
    }

    private static List<Step> steps() {
        Partition partition = new Partition("cut", List.of(WEST, EAST), true);
        return List.of(
                step(1, new TestnetCommand.DropLink(LINK)),
                step(2, new TestnetCommand.RestoreLink(LINK)),
                step(
                        3,
                        new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, LinkConditions.NONE),
                        new TestnetCommand.SetConditions(LINK, Direction.B_TO_A, ALL)),
                step(4, new TestnetCommand.Split(partition)),
                step(5, new TestnetCommand.Heal("cut")),
                step(6, new TestnetCommand.Heal(null)),
                step(7, new TestnetCommand.ClearFaults()),
                step(8, new TestnetCommand.StopNode(ONE), new TestnetCommand.StopNode(TWO)),
                step(9, new TestnetCommand.StartNode(TWO)),
                step(10, new TestnetCommand.MineBlock(ONE)),
                step(11, new TestnetCommand.SetMining(true)),
                step(12, new TestnetCommand.SetTraffic(false)),
                step(13, new TestnetCommand.SetQualityOfService(true)),
                step(14, new TestnetCommand.SendTransaction(ONE, "alice", "bob", 3)),
                step(
                        15,
                        new TestnetCommand.StartFlood(
                                ONE, new FloodSpec(FloodSpec.Kind.REMARK, 9, 8, TWO, Duration.ofMillis(700)))),
                step(16, new TestnetCommand.StopFlood(ONE)),
                step(17, new TestnetCommand.ProbeLink(LINK)),
                new Step(Duration.ofSeconds(18), "b", "b", List.of(new Action.Blacklist(ONE, TWO, "why", null))),
                new Step(Duration.ofSeconds(19), "u", "u", List.of(new Action.Unblacklist(ONE, TWO))),
                new Step(Duration.ofSeconds(20), "r", "r", List.of(new Action.RestoreAll())));
    }

    private static Step step(int second, TestnetCommand... commands) {
        List<Action> actions =
                List.of(commands).stream().<Action>map(Action.Order::new).toList();
        return new Step(Duration.ofSeconds(second), "x", "x", actions);
    }
}
