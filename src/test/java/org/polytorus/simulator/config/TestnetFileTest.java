package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.RateLimit;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

class TestnetFileTest {
    @TempDir
    private Path directory;

    @Test
    void aTestnetHasItsNameItsSeedItsNodesAndTheirLinks() {
        TestnetSpec spec = load("""
                [testnet]
                name = "Two"
                seed = -7
                [[nodes]]
                name = "alice"
                [[nodes]]
                name = "bob"
                connect = ["alice"]
                """);
        assertThat(spec.name()).isEqualTo("Two");
        assertThat(spec.seed()).isEqualTo(-7);
        assertThat(spec.nodes()).containsExactly(NodeSpec.named("alice"), NodeSpec.named("bob"));
        assertThat(spec.links()).map(TestnetFileTest::text).containsExactly("bob>alice");
    }

    @Test
    void aTestnetWithoutANameIsCalledAsItsFile() {
        assertThat(load("[testnet]\n[[nodes]]\nname = \"a\"\n").name()).isEqualTo("t");
    }

    @Test
    void eachNodeKeepsItsChainUnderTheSharedDirectoryOrInItsOwn() {
        TestnetSpec spec = load("""
                [testnet]
                [defaults]
                data_dir = "chains"
                [[nodes]]
                name = "alice"
                [[nodes]]
                name = "../b b"
                [[nodes]]
                name = "carol"
                data_dir = "/srv/carol"
                """);
        assertThat(spec.nodes())
                .extracting(NodeSpec::dataDirectory)
                .containsExactly(
                        Path.of("chains", "alice"), Path.of("chains", "%2E%2E%2Fb%20b"), Path.of("/srv/carol"));
        Path base = directory.resolve("base");
        assertThat(spec.keptUnder(base).nodes())
                .extracting(NodeSpec::dataDirectory)
                .containsExactly(
                        base.resolve("chains").resolve("alice"),
                        base.resolve("chains").resolve("%2E%2E%2Fb%20b"),
                        Path.of("/srv/carol"));
        assertThat(spec.keptUnder(null).nodes())
                .extracting(NodeSpec::dataDirectory)
                .containsOnlyNulls();
        assertThat(load("[testnet]\n[topology]\nshape = \"ring\"\nnodes = 3\n").nodes())
                .extracting(NodeSpec::dataDirectory)
                .containsOnlyNulls();
    }

    @Test
    void defaultsApplyToEveryNodeAndANodesOwnWordGoesFirst() {
        TestnetSpec spec = load("""
                [testnet]
                [defaults]
                block_time = "1.5s"
                difficulty = 1
                ping_interval = "2s"
                peer_timeout = "1m"
                connection_timeout = "4s"
                transaction_interval = "off"
                mining = false
                max_peers = 9
                max_block_size = 2048
                max_message_size = 4096
                [[nodes]]
                name = "usual"
                [[nodes]]
                name = "other"
                mining = true
                transaction_interval = "250ms"
                listen = "127.0.0.1:8101"
                http = "127.0.0.1:9101"
                """);
        NodeSpec usual = spec.nodes().getFirst();
        assertThat(usual)
                .isEqualTo(NodeSpec.named(usual.name().value())
                        .but()
                        .maxPeers(9)
                        .connectionTimeout(Duration.ofSeconds(4))
                        .pingInterval(Duration.ofSeconds(2))
                        .peerTimeout(Duration.ofMinutes(1))
                        .blockTime(Duration.ofMillis(1500))
                        .difficulty(1)
                        .maxBlockBytes(2048)
                        .maxMessageBytes(4096)
                        .mining(false)
                        .transactionInterval(null)
                        .build());
        NodeSpec other = spec.nodes().getLast();
        assertThat(other.mining()).isTrue();
        assertThat(other.transactionInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(other.blockTime()).isEqualTo(Duration.ofMillis(1500));
        assertThat(other.listen()).hasToString("127.0.0.1:8101");
        assertThat(other.http()).isEqualTo(HttpSpec.at(Endpoint.loopback(9101)));
    }

    @Test
    void howLongWhoWasAskedHasIsSaidForAllAndForOneAndIsTenSecondsElse() {
        assertThat(load("""
                [testnet]
                [defaults]
                request_timeout = "2m"
                [[nodes]]
                name = "patient"
                [[nodes]]
                name = "hasty"
                request_timeout = "1500ms"
                """).nodes())
                .extracting(NodeSpec::requestTimeout)
                .containsExactly(Duration.ofMinutes(2), Duration.ofMillis(1500));
        assertThat(load("[testnet]\n[[nodes]]\nname = \"a\"\n").nodes())
                .extracting(NodeSpec::requestTimeout)
                .containsExactly(Duration.ofSeconds(10));
        assertThat(files().write("t.toml", "[testnet]\n[[nodes]]\nname = \"a\"\nrequest_timeout = \"10ms\"\n")
                        .problems("t.toml"))
                .singleElement()
                .asString()
                .startsWith(
                        "t.toml:4: error: nodes[0].request_timeout: found \"10ms\", expected a duration from 1s to");
    }

    @Test
    void aNodeFileGoesBeforeTheDefaultsAndTheEntryBeforeTheFile() {
        files().write("modular-x.toml", """
                        [network]
                        listen_addr = "127.0.0.1:8001"
                        max_peers = 11
                        ping_interval = 12
                        """);
        NodeSpec node = load("""
                        [testnet]
                        [defaults]
                        max_peers = 99
                        block_time = "3s"
                        [[nodes]]
                        file = "modular-x.toml"
                        ping_interval = "13s"
                        """).nodes().getFirst();
        assertThat(node.name()).hasToString("x");
        assertThat(node.listen()).hasToString("127.0.0.1:8001");
        assertThat(node.maxPeers()).isEqualTo(11);
        assertThat(node.blockTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(node.pingInterval()).isEqualTo(Duration.ofSeconds(13));
    }

    @Test
    void nodeFilesFindEachOtherByTheirAddressesEvenWhereTheTestnetMovesThem() {
        files().write("a.toml", "[network]\nlisten_addr = \"127.0.0.1:81\"\n")
                .write("b.toml", "[network]\nlisten_addr = \"127.0.0.1:82\"\nbootstrap_peers = [\"127.0.0.1:81\"]\n");
        TestnetSpec spec = load("""
                [testnet]
                [[nodes]]
                file = "a.toml"
                listen = "127.0.0.1:0"
                [[nodes]]
                file = "b.toml"
                """);
        assertThat(spec.links()).map(TestnetFileTest::text).containsExactly("b>a");
    }

    @Test
    void aRateLimitIsForAllNodesOrForOneAndWhatItDoesNotNameStays() {
        TestnetSpec spec = load("""
                [testnet]
                [defaults]
                rate_limit = { messages = 7, burst = 3, bytes = "64KiB/s" }
                [[nodes]]
                name = "a"
                [[nodes]]
                name = "b"
                rate_limit = { bytes = "500 kB/s" }
                """);
        assertThat(spec.nodes())
                .map(NodeSpec::rateLimit)
                .containsExactly(new RateLimit(7, 3, 65_536), new RateLimit(7, 3, 500_000));
        assertThat(load("[testnet]\n[[nodes]]\nname = \"a\"\n")
                        .nodes()
                        .getFirst()
                        .rateLimit())
                .isEqualTo(RateLimit.DEFAULT);
    }

    @Test
    void qualityOfServiceIsOnForAllNodesUnlessTheTestnetSaysNo() {
        String nodes = "[defaults]\nmax_peers = 9\n[topology]\nshape = \"line\"\nnodes = 2\n";
        assertThat(load("[testnet]\n" + nodes).nodes()).allMatch(NodeSpec::qualityOfService);
        assertThat(load("[testnet]\nquality_of_service = false\n" + nodes).nodes())
                .noneMatch(NodeSpec::qualityOfService);
    }

    @Test
    void aShapeMakesItsNodes() {
        TestnetSpec spec = load("[testnet]\n[topology]\nshape = \"ring\"\nnodes = 3\n");
        assertThat(spec.nodes()).map(node -> node.name().value()).containsExactly("node1", "node2", "node3");
        assertThat(spec.links())
                .map(TestnetFileTest::text)
                .containsExactly("node2>node1", "node3>node1", "node3>node2");
    }

    @Test
    void nodesOfAShapeAndListedOnesCanBeJoined() {
        TestnetSpec spec = load("""
                [testnet]
                [topology]
                shape = "line"
                nodes = 2
                [[nodes]]
                name = "guest"
                connect = ["node2"]
                """);
        assertThat(spec.links()).map(TestnetFileTest::text).containsExactly("node2>node1", "guest>node2");
    }

    @Test
    void aShapeWithoutANumberJoinsTheListedNodes() {
        TestnetSpec spec = load("""
                [testnet]
                [topology]
                shape = "star"
                [[nodes]]
                name = "hub"
                [[nodes]]
                name = "leaf"
                """);
        assertThat(spec.nodes()).hasSize(2);
        assertThat(spec.links()).map(TestnetFileTest::text).containsExactly("leaf>hub");
    }

    @Test
    void aRandomShapeIsDrawnFromTheSeed() {
        String text = "[testnet]\nseed = %d\n[topology]\nshape = \"random-regular\"\nnodes = 20\ndegree = 3\n";
        TestnetSpec first = load(text.formatted(1));
        assertThat(first.links()).hasSize(30).isEqualTo(load(text.formatted(1)).links());
        assertThat(first.links()).isNotEqualTo(load(text.formatted(2)).links());
    }

    @Test
    void conditionsForBothDirectionsOfALinkThatExists() {
        LinkSpec link = link("""
                between = ["node1", "node2"]
                latency = "200ms"
                jitter = "20ms"
                loss = 0.25
                bandwidth = "10Mbit/s"
                black_hole = true
                """);
        LinkConditions expected = LinkConditions.ofLatency(Duration.ofMillis(200))
                .but()
                .jitter(Jitter.uniform(Duration.ofMillis(20)))
                .loss(0.25)
                .bandwidth(new Bandwidth(10_000_000))
                .blackHole(true)
                .build();
        assertThat(text(link)).isEqualTo("node2>node1");
        assertThat(link.there()).isEqualTo(expected);
        assertThat(link.back()).isEqualTo(expected);
    }

    @Test
    void everyFaultOfALinkCanBeWrittenDown() {
        LinkSpec link = link("""
                between = ["node1", "node2"]
                latency = "40ms"
                jitter = "10ms"
                jitter_shape = "normal"
                duplication = "1%"
                reordering = { there = 0.05 }
                held_back = "80ms"
                corruption = 0.001
                bandwidth = "1Mbit/s"
                queue = 65536
                slice = 100
                slice_pause = "2ms"
                close_delay = "1s"
                """);
        LinkConditions back = LinkConditions.ofLatency(Duration.ofMillis(40))
                .but()
                .jitter(Jitter.normal(Duration.ofMillis(10)))
                .duplication(0.01)
                .reordering(new Reordering(0, Duration.ofMillis(80)))
                .corruption(0.001)
                .bandwidth(new Bandwidth(1_000_000))
                .queueBytes(65_536)
                .slicing(new Slicing(100, Duration.ofMillis(2)))
                .closeDelay(Duration.ofSeconds(1))
                .build();
        assertThat(link.there()).isEqualTo(back);
        assertThat(link.back())
                .isEqualTo(back.but()
                        .reordering(new Reordering(0.05, Duration.ofMillis(80)))
                        .build());
    }

    @Test
    void thereIsFromTheFirstNodeToTheSecondWhoeverDials() {
        LinkSpec link = link("""
                between = ["node1", "node2"]
                latency = { there = "100ms", back = "1s" }
                loss = { there = "1%" }
                bandwidth = { back = "1kB/s" }
                """);
        assertThat(text(link)).isEqualTo("node2>node1");
        assertThat(link.back())
                .isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(100)).withLoss(0.01));
        assertThat(link.there())
                .isEqualTo(LinkConditions.ofLatency(Duration.ofSeconds(1))
                        .but()
                        .bandwidth(new Bandwidth(8_000))
                        .build());
    }

    @Test
    void aLinkOfTwoNodesThatHaveNoneIsMadeAndTheFirstDials() {
        TestnetSpec spec = load("""
                [testnet]
                [[nodes]]
                name = "a"
                [[nodes]]
                name = "b"
                [[links]]
                between = ["b", "a"]
                latency = { there = "1s", back = "0s" }
                """);
        assertThat(spec.links())
                .containsExactly(new LinkSpec(
                        spec.nodes().getLast().name(),
                        spec.nodes().getFirst().name(),
                        LinkConditions.ofLatency(Duration.ofSeconds(1)),
                        LinkConditions.NONE));
    }

    private TemporaryFiles files() {
        return new TemporaryFiles(directory);
    }

    private LinkSpec link(String text) {
        return load("[testnet]\n[topology]\nshape = \"line\"\nnodes = 2\n[[links]]\n" + text)
                .links()
                .getFirst();
    }

    private TestnetSpec load(String text) {
        LoadResult result = files().write("t.toml", text).load("t.toml");
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.spec());
    }

    private static String text(LinkSpec link) {
        return link.dialler() + ">" + link.listener();
    }
}
