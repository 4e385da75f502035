package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.testnet.ForwardingTestnet;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same files on sockets and in virtual time. Their blocks are mined by command, so that they end alike: every node at the
 * same height, the same groups, as many tips, everything held that is expected, and messages and events of the same kinds. Not
 * the same hashes, since a block names the second in which it was found; nor the same order.
 */
class ParityTest {
    private static final List<String> SCENARIOS = List.of("partition-and-heal", "eclipse", "late-joiner");
    /** Whether somebody was met before it was stopped is a matter of milliseconds. */
    private static final List<String> BY_CHANCE = List.of("link_down", "dial_failed");

    @TempDir
    Path folder;

    private record Ended(
            int exitCode,
            Map<String, Integer> heights,
            int tips,
            Set<Set<String>> components,
            Set<String> verdicts,
            Set<String> events,
            Set<String> messages) {}

    @Test
    void scenariosEndInVirtualTimeAsTheyDoOnSockets() throws Exception {
        List<CompletableFuture<Ended>> live = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            SCENARIOS.forEach(name -> live.add(CompletableFuture.supplyAsync(() -> onSockets(name), threads)));
            for (int i = 0; i < SCENARIOS.size(); i++) {
                Ended simulated = inVirtualTime(SCENARIOS.get(i));
                assertThat(simulated.exitCode()).isZero();
                assertThat(simulated.messages())
                        .contains("Handshake", "BlockAnnouncement", "BlockRequest", "BlockData");
                assertThat(live.get(i).join()).as(SCENARIOS.get(i)).isEqualTo(simulated);
            }
        }
    }

    private Ended onSockets(String name) {
        Set<String> kinds = new ConcurrentSkipListSet<>();
        Path record = folder.resolve(name + "-live.jsonl");
        Wiring usual = ProgramWiring.create();
        Wiring watched = new Wiring(
                usual.loader(),
                spec -> new WatchedTestnet(new LiveTestnetFactory().start(spec), kinds),
                () -> null,
                usual.window(),
                usual.frameDecoder(),
                usual.benchmarks());
        Ended ended = run(watched, name, record);
        return new Ended(
                ended.exitCode(),
                ended.heights(),
                ended.tips(),
                ended.components(),
                ended.verdicts(),
                ended.events(),
                kinds);
    }

    private Ended inVirtualTime(String name) {
        return run(
                ProgramWiring.create(),
                name,
                folder.resolve(name + "-virtual.jsonl"),
                "--virtual",
                "--record-messages");
    }

    private static Ended run(Wiring wiring, String name, Path record, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "sample-configs/scenarios/" + name + ".toml"));
        args.addAll(List.of("--in-memory", "--json", "--record", record.toString()));
        args.addAll(List.of(more));
        Printed printed = new Printed();
        int exitCode = printed.run(wiring, args.toArray(String[]::new));
        JsonNode summary = new JsonMapper().readTree(printed.out());
        Map<String, Integer> heights = new TreeMap<>();
        summary.get("nodes")
                .forEach(node -> heights.put(
                        node.get("name").stringValue(), node.get("height").intValue()));
        Set<String> events = recorded(record, "event", "event");
        BY_CHANCE.forEach(events::remove);
        Set<Set<String>> components = Set.copyOf(summary.get("components")
                .valueStream()
                .map(component -> texts(component.valueStream().toList()))
                .toList());
        return new Ended(
                exitCode,
                heights,
                summary.get("tips").size(),
                components,
                recorded(record, "verdict", "that"),
                events,
                recorded(record, "message", "message"));
    }

    private static Set<String> texts(List<JsonNode> nodes) {
        Set<String> texts = new TreeSet<>();
        nodes.forEach(node -> texts.add(node.stringValue()));
        return texts;
    }

    /** What the lines of that kind say under a key; of verdicts those that held. */
    private static Set<String> recorded(Path record, String kind, String key) {
        try {
            return texts(Files.readAllLines(record).stream()
                    .map(new JsonMapper()::readTree)
                    .filter(line ->
                            line.has(kind) && !line.get(kind).stringValue().equals("failed"))
                    .map(line -> line.get(key))
                    .toList());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Notes the kinds of messages whenever somebody looks; of each kind at least one message in 10 ms is shown. */
    private record WatchedTestnet(Testnet inner, Set<String> kinds) implements ForwardingTestnet {
        @Override
        public TestnetSnapshot snapshot() {
            inner.flightsAfter(0).forEach(flight -> kinds.add(flight.kind().wireName()));
            return inner.snapshot();
        }
    }
}
