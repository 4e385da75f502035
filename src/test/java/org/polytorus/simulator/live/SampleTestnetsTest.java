package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.config.ConfigProblem;
import org.polytorus.simulator.config.LoadResult;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Everything in sample-configs does what a newcomer expects of it: it starts, and its nodes find each other. */
final class SampleTestnetsTest {
    private static final Path SAMPLES = Path.of("sample-configs");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<Path> testnetFiles() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> testnets = files.filter(TestnetFiles::isTestnet).sorted().toList();
            assertThat(testnets).hasSizeGreaterThanOrEqualTo(3);
            return testnets;
        }
    }

    @ParameterizedTest
    @MethodSource("testnetFiles")
    void aSampleTestnetStartsAndConnects(Path file) {
        startsAndConnects(List.of(file));
    }

    @Test
    void theSampleNodeFilesStartAndConnect() {
        startsAndConnects(Stream.of("node1.toml", "node2.toml", "node3.toml")
                .map(SAMPLES::resolve)
                .toList());
    }

    private static void startsAndConnects(List<Path> files) {
        LoadResult loaded = TestnetFiles.load(files, false);
        assertThat(loaded.problems()).allMatch(problem -> problem.severity() == ConfigProblem.Severity.NOTE);
        TestnetSpec spec = Objects.requireNonNull(loaded.spec());
        try (Testnet testnet = new LiveTestnetFactory().start(spec)) {
            assertThat(testnet.snapshot().problems()).isEmpty();
            assertThat(testnet.snapshot().nodes())
                    .allSatisfy(node -> assertThat(node.state()).isEqualTo(NodeSnapshot.State.RUNNING));
            await().atMost(PATIENCE)
                    .until(() -> notConnected(spec, testnet.snapshot()).isEmpty());
        }
    }

    /** Left out: links that are black holes by the file, guests, who need not be there, and whom others leave no place. */
    private static List<LinkSnapshot> notConnected(TestnetSpec spec, TestnetSnapshot snapshot) {
        List<LinkSnapshot> missing = new ArrayList<>();
        for (LinkSpec link : spec.links()) {
            boolean hasGuest =
                    spec.guests().stream().anyMatch(guest -> link.id().joins(guest.name()));
            boolean canConnect = !hasGuest
                    && !link.there().blackHole()
                    && !link.back().blackHole()
                    && hasRoom(spec, link.dialler())
                    && hasRoom(spec, link.listener());
            snapshot.links().stream()
                    .filter(seen -> seen.id().equals(link.id()))
                    .filter(seen -> canConnect && seen.state() != LinkSnapshot.State.CONNECTED)
                    .forEach(missing::add);
        }
        return missing;
    }

    private static boolean hasRoom(TestnetSpec spec, NodeName name) {
        long links = spec.links().stream().filter(link -> link.id().joins(name)).count();
        return spec.nodes().stream().anyMatch(node -> node.name().equals(name) && node.maxPeers() >= links);
    }
}
