package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.TestnetCommand;

class ScenarioFileTest {
    private static final String HEAD = """
            [scenario]
            duration = "30s"
            [topology]
            shape = "ring"
            nodes = 4
            [testnet]
            name = "ring"
            [groups]
            west = ["node1..node2"]
            east = ["node3", "node4"]
            [[timeline]]
            at = "20s"
            do = "heal"
            [[timeline]]
            at = "10s"
            do = "split"
            groups = ["west", "east"]
            """;

    @TempDir
    Path directory;

    @Test
    void theTestnetOfAScenarioIsTheOneThatWasLoadedWithItsGroups() {
        LoadResult result = write("").load("s.toml");
        assertThat(requireNonNull(result.scenario()).testnet()).isEqualTo(result.spec());
        assertThat(requireNonNull(result.spec()).groups())
                .extracting(NodeGroup::name)
                .containsExactly("west", "east");
    }

    @Test
    void stepsAreInTheOrderOfTimeAndKnowTheirGroups() {
        List<Step> steps = scenario("").steps();
        assertThat(steps).extracting(Step::text).containsExactly("split west | east", "heal");
        assertThat(steps.getFirst().actions()).singleElement().satisfies(action -> {
            TestnetCommand command = ((Action.Order) action).command();
            assertThat(((TestnetCommand.Split) command)
                            .partition()
                            .groups()
                            .getFirst()
                            .nodes())
                    .containsExactly(new NodeName("node1"), new NodeName("node2"));
        });
    }

    @Test
    void theSentencesOfAnAuthorAreUnderstood() {
        assertThat(expected("one tip within 5s after heal"))
                .isEqualTo(new Expectation(
                        "one tip within 5s after heal",
                        new Quantity.Tips(),
                        Comparison.EQUALS,
                        1,
                        new Timing.Within(Duration.ofSeconds(20), Duration.ofSeconds(25))));
        assertThat(expected("no node more than 2 behind"))
                .extracting(Expectation::comparison, Expectation::bound, Expectation::timing)
                .containsExactly(Comparison.AT_MOST, 2.0, new Timing.At(Duration.ofSeconds(30)));
        assertThat(expected("propagation p90 below 800ms"))
                .extracting(Expectation::quantity, Expectation::bound)
                .containsExactly(new Quantity.Travel(90), 8e8);
        assertThat(expected("propagation p50 of transactions below 80ms").quantity())
                .isEqualTo(new Quantity.Travel(50, Quantity.Travel.What.TRANSACTIONS));
        assertThat(expected("propagation p99 of blocks below 2s").quantity())
                .isEqualTo(new Quantity.Travel(99, Quantity.Travel.What.BLOCKS));
        assertThat(expected("redundant copies at most 12"))
                .extracting(Expectation::quantity, Expectation::bound)
                .containsExactly(new Quantity.RedundantCopies(), 12.0);
        assertThat(expected("memory below 512MiB").bound()).isEqualTo(512.0 * 1024 * 1024);
        assertThat(expected("counter messages_sent of node2 equals 7").quantity())
                .isEqualTo(new Quantity.Counted(Counter.MESSAGES_SENT, new NodeName("node2")));
        assertThat(expected("at least 2 groups always between split and heal").timing())
                .isEqualTo(new Timing.Always(Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one tipp within 5s                    | found "tipp", expected "tips" or "groups"; did you mean tips?
            one tip within 5s after heel          | did you mean heal?
            one tip within 5                      | found "5", expected a time with its unit, such as 10s
            one tip within 15s after heal         | found a time after the end of the scenario (35s)
            propagation p95 below 1s              | found "p95", expected p50, p90 or p99
            propagation p90 of block below 1s     | did you mean blocks?
            redundant copy below 1                | found "copy", expected "copies"
            counter messages_send above 1         | did you mean messages_sent?
            height of node9 at least 3            | found "node9", expected the name of a node
            no node more than 2 behind now        | found "now", expected the end of the sentence
            memory below 512                      | found "512", expected an amount with its unit
            height 3                              | found "3", expected one of "below", "at most"
            """)
    void aSentenceThatIsNotClearIsAnErrorWithItsLineAndAdvice(String sentence, String expected) {
        assertThat(problems("[[expect]]\nthat = \"" + sentence + "\"\n"))
                .singleElement()
                .asString()
                .startsWith("s.toml:19: error: expect[0].that: ")
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            at = '40s'; do = 'heal'                                    | at: found "40s", expected a duration from 0s to 30s
            do = 'heal'                                                | found no at, expected at = "10s"
            at = '1s'; do = 'spilt'; groups = ['west', 'east']         | did you mean split?
            at = '1s'; do = 'split'; groups = ['west', 'esat']         | did you mean east?
            at = '1s'; do = 'split'; groups = ['west', 'node1']        | A node is on one side of a partition; found node1
            at = '1s'; do = 'split'; groups = ['west']                 | at least two groups; found 1
            at = '1s'; do = 'stop'; nodes = ['node3..node7']           | found "node3..node7", expected the name of a node
            at = '1s'; do = 'stop'                                     | found no nodes, expected nodes = ["node1"]
            at = '1s'; do = 'mining'                                   | found no on, expected on = true or on = false
            at = '1s'; do = 'flood'; nodes = ['node1']; kind = 'pong'  | did you mean ping?
            at = '1s'; do = 'heal'; times = 3                          | found no every
            at = '1s'; do = 'conditions'; between = ['node1', 'node2']; direction = 'bak'  | did you mean back?
            at = '1s'; do = 'conditions'; between = ['all', 'all']; direction = 'back'     | every link here leads
            at = '9s'; do = 'heal'; every = '9s'; times = 9            | so few that all are before the end at 30s
            """)
    void aStepThatCannotBeIsAnErrorWithAdvice(String step, String expected) {
        String table =
                "[[timeline]]\n" + step.replace("; ", "\n").replace('\'', '"') + "\n[[expect]]\nthat = \"one tip\"\n";
        assertThat(problems(table))
                .singleElement()
                .asString()
                .contains(": error: ")
                .contains(expected);
    }

    @Test
    void aStepIsRepeatedAsOftenAsItSays() {
        Scenario scenario = scenario("""
                [[timeline]]
                at = "1s"
                do = "mine"
                nodes = ["east"]
                every = "2s"
                times = 3
                """);
        assertThat(scenario.steps())
                .filteredOn(step -> step.label().equals("mine"))
                .extracting(Step::at)
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void conditionsOfOneDirectionLeaveTheOtherAsItIs() {
        Scenario scenario = scenario("""
                [[timeline]]
                at = "1s"
                do = "conditions"
                between = ["node2", "node1"]
                direction = "back"
                latency = "80ms"
                """);
        Step step = scenario.steps().getFirst();
        assertThat(step.text()).isEqualTo("node1–node2: back: latency 80 ms");
        assertThat(step.actions())
                .containsExactly(new Action.Order(new TestnetCommand.SetConditions(
                        LinkId.of(new NodeName("node1"), new NodeName("node2")),
                        Direction.A_TO_B,
                        LinkConditions.ofLatency(Duration.ofMillis(80)))));
    }

    @Test
    void transactionsWithANonceHaveOneEach() {
        Scenario scenario = scenario("""
                [[timeline]]
                at = "1s"
                do = "send"
                node = "node1"
                nonce = 7
                count = 2
                """);
        assertThat(scenario.steps().getFirst().actions())
                .extracting(action -> ((TestnetCommand.SendTransaction) ((Action.Order) action).command()).nonce())
                .containsExactly(7L, 8L);
    }

    @Test
    void aRouteGivesItsConditionsToEveryLinkBetweenTwoGroupsInTheRightDirection() {
        Scenario scenario = scenario("""
                [[routes]]
                between = ["east", "west"]
                latency = { there = "80ms", back = "20ms" }
                """);
        assertThat(scenario.testnet().links())
                .filteredOn(link -> !link.there().isNone())
                .hasSize(2)
                .allSatisfy(link -> {
                    boolean fromEast =
                            List.of("node3", "node4").contains(link.dialler().value());
                    assertThat(link.there()).isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(fromEast ? 80 : 20)));
                    assertThat(link.back()).isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(fromEast ? 20 : 80)));
                });
    }

    @Test
    void theTestnetMayStandInAFileOfItsOwn() {
        TemporaryFiles files = new TemporaryFiles(directory)
                .write("net.toml", "[testnet]\nname = \"other\"\n[[nodes]]\nname = \"alice\"\n")
                .write("s.toml", """
                        [scenario]
                        testnet = "net.toml"
                        duration = "5s"
                        [[expect]]
                        that = "height of alice at least 0"
                        """);
        LoadResult result = files.load("s.toml");
        assertThat(result.problems()).isEmpty();
        assertThat(requireNonNull(result.scenario()).testnet().name()).isEqualTo("other");
        assertThat(TestnetFiles.isTestnet(directory.resolve("s.toml"))).isTrue();

        files.write("s.toml", "[scenario]\ntestnet = \"s.toml\"\nduration = \"5s\"\n");
        assertThat(files.problems("s.toml"))
                .containsExactly("s.toml:2: error: scenario.testnet: found \"s.toml\", expected the path of a testnet"
                        + " file or of a graph, seen from this file's folder");
    }

    @Test
    void theTestnetMayBeAGraphWhoseGroupsTheTimelineKnows() {
        TemporaryFiles files = new TemporaryFiles(directory)
                .write("net.dot", "graph Offices { subgraph cluster_north { label = North; a; b } a -- b -- c }")
                .write("s.toml", """
                        [scenario]
                        testnet = "net.dot"
                        duration = "5s"
                        [groups]
                        south = ["c"]
                        [[timeline]]
                        at = "1s"
                        do = "split"
                        groups = ["North", "south"]
                        [[expect]]
                        that = "height of a at least 0"
                        """);
        LoadResult result = files.load("s.toml");
        assertThat(result.problems()).isEmpty();
        Scenario scenario = requireNonNull(result.scenario());
        assertThat(scenario.testnet().links()).hasSize(2);
        assertThat(requireNonNull(result.spec()).groups())
                .extracting(NodeGroup::name)
                .containsExactly("North", "south");
        assertThat(scenario.steps()).hasSize(1);

        files.write("net.dot", "graph {");
        assertThat(files.problems("s.toml"))
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("s.toml:2: error: scenario.testnet: found \"net.dot\", expected the path of a testnet"
                        + " file or of a graph, seen from this file's folder");
    }

    private Scenario scenario(String more) {
        LoadResult result = write(more + "[[expect]]\nthat = \"one tip\"\n").load("s.toml");
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.scenario());
    }

    private Expectation expected(String sentence) {
        LoadResult result = write("[[expect]]\nthat = \"" + sentence + "\"\n").load("s.toml");
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.scenario()).expectations().getFirst();
    }

    private List<String> problems(String more) {
        return write(more).problems("s.toml");
    }

    private TemporaryFiles write(String more) {
        return new TemporaryFiles(directory).write("s.toml", HEAD + more);
    }
}
