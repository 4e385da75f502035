package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
    private static final List<String> COUNTERS = List.of(
            "total_connections",
            "active_connections",
            "messages_sent",
            "messages_received",
            "bytes_sent",
            "bytes_received",
            "blocks_propagated",
            "transactions_propagated");

    @TempDir
    Path folder;

    private final Console console = new Console();

    @Test
    void jsonIsOneObjectWithThePromisedFields() {
        assertThat(console.run("run", "a.toml", "--duration", "20ms", "--json")).isZero();
        JsonNode json = new JsonMapper().readTree(console.out());
        assertThat(json.propertyNames())
                .contains("nodes", "links", "components", "tips", "problems", "events", "totals", "quiet", "seed");
        JsonNode node = json.get("nodes").get(0);
        assertThat(node.propertyNames())
                .contains("name", "address", "state", "height", "tip", "peers", "stats", "pool", "health", "mempool");
        assertThat(node.get("name").stringValue()).isEqualTo("node1");
        assertThat(node.get("state").stringValue()).isEqualTo("running");
        assertThat(node.get("address").stringValue()).isEqualTo("127.0.0.1:8000");
        assertThat(node.get("stats").propertyNames()).containsExactlyElementsOf(COUNTERS);
        JsonNode link = json.get("links").get(0);
        assertThat(link.propertyNames()).contains("a", "b", "state", "a_to_b", "b_to_a", "ends_agree");
        assertThat(link.get("state").stringValue()).isEqualTo("connected");
        assertThat(link.get("a_to_b").propertyNames()).containsExactly("requested", "measured", "cut_by");
        assertThat(json.get("components").get(0).size()).isEqualTo(3);
        assertThat(json.get("tips").get(0).propertyNames()).containsExactly("tip", "height", "nodes");
    }

    @Test
    void withJsonTheProgressGoesToStandardError() {
        console.run("run", "a.toml", "-d", "20ms", "--json");
        assertThat(console.out()).startsWith("{");
        assertThat(console.err()).contains("nodes 3/3");
    }

    @Test
    void withoutTerminalPlainLinesAndTheSummaryArePrinted() {
        assertThat(console.run("run", "a.toml", "-d", "20ms")).isZero();
        assertThat(console.out())
                .contains("00:00  nodes 3/3  links 2/2  components 1", "3 nodes, all started", "node1–node2 connected")
                .doesNotContain("\033");
    }

    @Test
    void nodeThatDidNotStartFailsTheRunAndIsNamed() {
        console.testnet = new FakeTestnet(
                Snapshots.failing(Snapshots.line("node1", "node2"), "node2", "node2: port 8001 is taken"));
        assertThat(console.run("run", "a.toml", "-d", "20ms")).isEqualTo(1);
        assertThat(console.out()).contains("not all started", "node2: port 8001 is taken");
    }

    @Test
    void miningAndTrafficStopBeforeTheCountersAreRead() {
        FakeTestnet testnet = new FakeTestnet(Snapshots.line("node1", "node2"));
        console.testnet = testnet;
        console.run("run", "a.toml", "-d", "20ms", "--json");
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.SetMining(false), new TestnetCommand.SetTraffic(false));
        assertThat(new JsonMapper().readTree(console.out()).get("quiet").booleanValue())
                .isTrue();
        assertThat(testnet.isClosed()).isTrue();
    }

    @Test
    void testnetThatDoesNotComeToRestIsSaidToBeRestless() {
        console.testnet = new FakeTestnet(Snapshots.line("node1", "node2")).restless();
        assertThat(console.run("run", "a.toml", "-d", "20ms")).isZero();
        assertThat(console.out()).contains("Traffic was still flowing");
    }

    @Test
    void filesWithErrorsStartNothing() {
        console.answer = new Loaded(
                null, List.of(new Loaded.Problem(true, "a:1: error: x"), new Loaded.Problem(true, "b:2: error: y")));
        assertThat(console.run("run", "a", "b", "--json")).isEqualTo(1);
        assertThat(console.err()).contains("a:1: error: x", "b:2: error: y");
        assertThat(console.out()).isEmpty();
        assertThat(console.started).isEmpty();
    }

    @Test
    void testnetTooLargeForSocketsIsRefusedWithTheWayToRunIt() {
        TestnetSpec large = GeneratedTestnet.of("large", Topology.RING, 1_001, 0, 1);
        console.answer = new Loaded(large, List.of());
        assertThat(console.run("run", "a")).isEqualTo(1);
        assertThat(console.run("open", "a")).isEqualTo(1);
        assertThat(console.err()).containsPattern("(?s)large has 1,001 nodes.*--virtual.*large has 1,001 nodes");
        assertThat(console.started).isEmpty();
    }

    @Test
    void notesOnTheFilesAreAmongTheProblemsAndSeedIsTheUsers() {
        console.answer = new Loaded(DefaultTestnet.spec(), List.of(new Loaded.Problem(false, "a: note: narrowed")));
        console.run("run", "a", "-d", "20ms", "--json", "--seed", "4711");
        JsonNode json = new JsonMapper().readTree(console.out());
        assertThat(json.get("problems").get(0).stringValue()).isEqualTo("a: note: narrowed");
        assertThat(json.get("seed").longValue()).isEqualTo(4711);
        assertThat(console.started.getFirst().seed()).isEqualTo(4711);
    }

    @Test
    void pictureIsTakenOfTheTestnetThatRuns() throws IOException {
        Path png = folder.resolve("window.png");
        assertThat(console.run(
                        "run", "a.toml", "-d", "20ms", "--screenshot", png.toString(), "--size", "800x600", "--dark"))
                .isZero();
        assertThat(Files.readString(png)).isEqualTo("800x600 dark");
        assertThat(console.window.drawn).containsExactly(console.testnet);
        assertThat(console.window.hiddenWindowsOpen).isZero();
        assertThat(console.out()).contains("Picture: " + png);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pictureThatCannotBeSavedFailsTheRun() {
        assertThat(console.run("run", "a.toml", "-d", "20ms", "--screenshot", "/dev/full"))
                .isEqualTo(1);
        assertThat(console.out()).contains("The picture could not be saved");
    }

    @Test
    void pictureAfterTheEndIsRefused() {
        assertThat(console.run("run", "a.toml", "-d", "1s", "--screenshot", "x.png", "--at", "2s"))
                .isEqualTo(2);
        assertThat(console.run("run", "a.toml", "-d", "1s", "--at", "500ms")).isEqualTo(2);
        assertThat(console.err()).contains("--at must not be later", "--screenshot");
    }
}
