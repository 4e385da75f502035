package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Testnets of two real nodes that keep their chains on disk, opened again and again. */
final class RememberingTestnetTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BLOCKS = 5;

    @TempDir
    Path folder;

    @Test
    void chainAndPeersAreThereWhenTheTestnetIsOpenedAgain() {
        Hash tip = firstLife();
        try (Testnet second = open()) {
            for (NodeName name : List.of(ONE, TWO)) {
                NodeSnapshot node = node(second, name);
                assertThat(node.tip()).isEqualTo(tip);
                assertThat(node.height()).isEqualTo(BLOCKS);
                assertThat(node.storage().takenOver()).isEqualTo(BLOCKS);
                assertThat(node.storage().directory())
                        .isEqualTo(folder.resolve(name.value()).toString());
                assertThat(node.storage().bytes()).isPositive();
            }
            assertThat(node(second, TWO).storage().peers())
                    .as("whom it had dialled")
                    .isEqualTo(1);
            assertThat(notes(second)).contains("node2 took over 5 blocks and 1 peer from " + folder.resolve("node2"));
            mine(second, BLOCKS + 1);
        }
        try (Testnet third = open()) {
            assertThat(node(third, TWO).height()).isEqualTo(BLOCKS + 1);
        }
    }

    @Test
    void aNodeWithADamagedFileSaysSoAndCatchesUpFromItsPeers() throws IOException {
        firstLife();
        Path file = folder.resolve("node2").resolve("chain.mvstore");
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, (byte) 0x5a);
        Files.write(file, content);
        try (Testnet second = open()) {
            assertThat(second.eventsAfter(0))
                    .filteredOn(event -> event.severity() == TestnetEvent.Severity.WARNING)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.node()).isEqualTo(TWO);
                        assertThat(event.text())
                                .startsWith("node2 could not use " + file)
                                .contains("renamed to chain.mvstore.damaged-1");
                    });
            await().atMost(PATIENCE).until(() -> node(second, TWO).height() == BLOCKS);
            await().atMost(PATIENCE).until(() -> node(second, TWO).storage().blocks() == BLOCKS);
            assertThat(node(second, TWO).storage().problem()).contains("damaged-1");
        }
        try (Testnet third = open()) {
            assertThat(node(third, TWO).storage().takenOver()).isEqualTo(BLOCKS);
            assertThat(node(third, TWO).storage().problem()).isEmpty();
        }
    }

    @Test
    void aSecondTestnetOnTheSameDirectoriesRunsInMemory() {
        firstLife();
        try (Testnet second = open();
                Testnet twin = open()) {
            assertThat(node(second, ONE).height()).isEqualTo(BLOCKS);
            assertThat(node(twin, ONE).height()).isZero();
            assertThat(node(twin, ONE).storage().directory()).isNull();
            assertThat(notes(twin)).anyMatch(note -> note.contains("in use by another node or another run"));
        }
    }

    @Test
    void aRelativeDirectoryIsNotGuessedAt() {
        NodeSpec node = node("node1").but().dataDirectory(Path.of("data")).build();
        try (Testnet testnet = new LiveTestnetFactory().start(new TestnetSpec("one", 1, List.of(node), List.of()))) {
            assertThat(notes(testnet)).anyMatch(note -> note.contains("in memory only"));
            assertThat(Path.of("data")).doesNotExist();
        }
    }

    /** The tip of two nodes that have mined, found each other and been closed. */
    private Hash firstLife() {
        try (Testnet first = open()) {
            await().atMost(PATIENCE).until(() -> node(first, TWO).peers().size() == 1);
            mine(first, BLOCKS);
            return node(first, ONE).tip();
        }
    }

    private static void mine(Testnet testnet, int goal) {
        for (int height = node(testnet, ONE).height() + 1; height <= goal; height++) {
            int wanted = height;
            testnet.submit(new TestnetCommand.MineBlock(ONE));
            await().atMost(PATIENCE)
                    .until(() -> testnet.snapshot().nodes().stream().allMatch(node -> node.height() == wanted));
        }
    }

    private Testnet open() {
        return new LiveTestnetFactory()
                .start(new TestnetSpec(
                                "two", 4711, List.of(node("node1"), node("node2")), List.of(LinkSpec.clean(TWO, ONE)))
                        .keptUnder(folder));
    }

    private static NodeSpec node(String name) {
        return QuietNodes.named(name).but().dataDirectory(Path.of(name)).build();
    }

    private static NodeSnapshot node(Testnet testnet, NodeName name) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(Testnet testnet) {
        return testnet.eventsAfter(0).stream()
                .filter(event -> event.kind() == TestnetEvent.Kind.NOTE)
                .map(TestnetEvent::text)
                .toList();
    }
}
