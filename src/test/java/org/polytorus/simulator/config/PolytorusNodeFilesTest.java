package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.config.ConfigProblem.Severity;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

class PolytorusNodeFilesTest {
    private static final Path REFERENCE = Path.of("src/test/resources/polytorus");
    private static final List<Path> THREE = List.of(
            REFERENCE.resolve("modular-node1.toml"),
            REFERENCE.resolve("modular-node2.toml"),
            REFERENCE.resolve("modular-node3.toml"));

    @TempDir
    private Path directory;

    @Test
    void polytorussOwnFilesMakeThreeNodesThatAreAllConnected() {
        TestnetSpec spec = requireNonNull(TestnetFiles.load(THREE, false).spec());
        assertThat(spec.nodes())
                .extracting(node -> node.name() + " " + node.listen())
                .containsExactly("node1 127.0.0.1:8001", "node2 127.0.0.1:8002", "node3 127.0.0.1:8003");
        assertThat(spec.links())
                .map(PolytorusNodeFilesTest::text)
                .containsExactly("node2>node1", "node3>node1", "node3>node2");
        assertThat(spec.nodes()).allMatch(node -> node.bootstrapPeers().isEmpty());
    }

    @Test
    void polytorussOwnFilesBringWarningsOfTheirNullsAndNothingWorse() {
        LoadResult result = TestnetFiles.load(THREE, false);
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.problems())
                .filteredOn(problem -> problem.severity() == Severity.WARNING)
                .map(ConfigProblem::toString)
                .hasSize(6)
                .contains(REFERENCE + "/modular-node2.toml:41: warning: network.bandwidth_limit: found null, which TOML"
                        + " does not have; the key is taken as absent; remove the line");
    }

    @Test
    void everySettingOfAFileReachesItsNode() {
        NodeSpec node = node("""
                [network]
                listen_addr = "127.0.0.1:8123"
                bootstrap_peers = ["10.0.0.7:8001"]
                max_peers = 7
                connection_timeout = 3
                ping_interval = 11
                peer_timeout = 44
                max_message_size = 65536
                [consensus]
                block_time = 2500
                difficulty = 3
                max_block_size = 32768
                [http]
                bind_address = "127.0.0.1:9123"
                max_request_size = 4096
                timeout = 7
                """);
        assertThat(node)
                .isEqualTo(NodeSpec.named(node.name().value())
                        .but()
                        .listen(Endpoint.loopback(8123))
                        .bootstrapPeers(List.of(requireNonNull(Endpoint.parse("10.0.0.7:8001"))))
                        .http(new HttpSpec(Endpoint.loopback(9123), 4096, Duration.ofSeconds(7)))
                        .maxPeers(7)
                        .connectionTimeout(Duration.ofSeconds(3))
                        .pingInterval(Duration.ofSeconds(11))
                        .peerTimeout(Duration.ofSeconds(44))
                        .blockTime(Duration.ofMillis(2500))
                        .difficulty(3)
                        .maxBlockBytes(32_768)
                        .maxMessageBytes(65_536)
                        .build());
    }

    @Test
    void aFileThatOpensItsHttpInterfaceToOtherSitesIsToldThatItStaysClosed() {
        files().write("n.toml", "[network]\n[http]\nbind_address = \"0.0.0.0:9001\"\nenable_cors = true\n");
        assertThat(files().problems("n.toml"))
                .containsExactly(
                        "n.toml:3: note: http.bind_address: found 0.0.0.0:9001, narrowed to 127.0.0.1:9001, since nodes"
                                + " listen on this machine only unless --expose is given",
                        "n.toml:4: note: http.enable_cors: found true, which has no effect: pages of other sites may not"
                                + " use a node's HTTP interface");
    }

    @Test
    void whatAFileDoesNotSayIsAsUsual() {
        assertThat(node("[network]\n")).isEqualTo(NodeSpec.named("n"));
    }

    @Test
    void anExposedNodeListensWhereItsFileSays() {
        files().write("n.toml", "[network]\nlisten_addr = \"0.0.0.0:8001\"\n");
        LoadResult result = TestnetFiles.load(List.of(directory.resolve("n.toml")), true);
        assertThat(requireNonNull(result.spec()).nodes().getFirst().listen()).hasToString("0.0.0.0:8001");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void anAddressOfNoneOfTheNodesIsKeptToBeDialled() {
        files().write("n.toml", "[network]\nbootstrap_peers = [\"0.0.0.0:9999\"]\n");
        assertThat(files().problems("n.toml"))
                .containsExactly(
                        "n.toml:2: note: network.bootstrap_peers: found 0.0.0.0:9999, narrowed to 127.0.0.1:9999, since"
                                + " nobody can be dialled at 0.0.0.0",
                        "n.toml:2: note: network.bootstrap_peers: found 127.0.0.1:9999, which is none of these nodes; it is"
                                + " dialled all the same");
    }

    @Test
    void nodesThatNameEachOtherHaveOneLinkAndBothDial() {
        files().write("a.toml", "[network]\nlisten_addr = \"127.0.0.1:81\"\nbootstrap_peers = [\"127.0.0.1:82\"]\n")
                .write("b.toml", "[network]\nlisten_addr = \"0.0.0.0:82\"\nbootstrap_peers = [\"127.0.0.1:81\"]\n");
        TestnetSpec spec = requireNonNull(files().load("a.toml", "b.toml").spec());
        assertThat(spec.links()).map(PolytorusNodeFilesTest::text).containsExactly("a>b");
        assertThat(spec.nodes().getFirst().bootstrapPeers()).isEmpty();
        assertThat(spec.nodes().getLast().bootstrapPeers()).containsExactly(Endpoint.loopback(81));
    }

    @Test
    void twoNodesOnOnePortAreAnErrorThatNamesBoth() {
        files().write("a.toml", "[network]\nlisten_addr = \"127.0.0.1:8001\"\n")
                .write("b.toml", "[network]\n\nlisten_addr = \"127.0.0.1:8001\"\n");
        assertThat(files().problems("a.toml", "b.toml"))
                .containsExactly("b.toml:3: error: network.listen_addr: found 127.0.0.1:8001, which node a has too"
                        + " (a.toml:2), expected a port for each; take another, or 0 for a free one");
    }

    @Test
    void onePortAtTwoAddressesIsTwoPorts() {
        files().write("a.toml", "[network]\nlisten_addr = \"127.0.0.1:8001\"\n")
                .write("b.toml", "[network]\nlisten_addr = \"127.0.0.2:8001\"\n");
        assertThat(files().problems("a.toml", "b.toml")).isEmpty();
    }

    @Test
    void twoFilesOfOneNameAreAnError() {
        files().write("a.toml", "[network]\n").write("modular-a.toml", "[network]\n");
        assertThat(files().problems("a.toml", "modular-a.toml"))
                .containsExactly(
                        "modular-a.toml: error: found a second node with the name \"a\", expected every name once;"
                                + " the first is a.toml");
    }

    @Test
    void theNodesOwnAddressIsLeftOut() {
        files().write("a.toml", "[network]\nlisten_addr = \"127.0.0.1:81\"\nbootstrap_peers = [\"127.0.0.1:81\"]\n");
        assertThat(files().problems("a.toml"))
                .containsExactly(
                        "a.toml:3: warning: network.bootstrap_peers: found the node's own address, left out; remove it");
    }

    @Test
    void everyWrongValueIsToldWithWhatWasFoundAndExpected() {
        files().write("n.toml", """
                        [network]
                        listen_addr = "localhost:8001"
                        bootstrap_peers = ["127.0.0.1:0", 7]
                        max_peers = "many"
                        connection_timeout = 0
                        ping_interval = 1.5
                        peer_timeout = 1979-05-27
                        enable_discovery = "yes"
                        max_mesage_size = 5
                        bandwidth_limit = 5000
                        [consensus]
                        block_time = true
                        difficulty = 9
                        [http]
                        bind_address = [1]
                        max_request_size = "large"
                        timeout = 0
                        enable_cors = 1
                        [storage]
                        data_dir = {}
                        [logging]
                        level = 3
                        """);
        String address = "an IP address with a port, such as \"127.0.0.1:8001\" (names are not resolved)";
        assertThat(files().problems("n.toml"))
                .containsExactly(
                        "n.toml:2: error: network.listen_addr: found \"localhost:8001\", expected " + address,
                        "n.toml:3: error: network.bootstrap_peers: found 7 in the list, expected a list of addresses, such"
                                + " as [\"127.0.0.1:8001\"]",
                        "n.toml:3: error: network.bootstrap_peers: found \"127.0.0.1:0\", expected " + address,
                        "n.toml:4: error: network.max_peers: found \"many\", expected a whole number from 1 to 1000",
                        "n.toml:5: error: network.connection_timeout: found 0, expected a whole number of seconds from 1 to"
                                + " 86400",
                        "n.toml:6: error: network.ping_interval: found 1.5, expected a whole number of seconds from 1 to"
                                + " 86400",
                        "n.toml:7: error: network.peer_timeout: found a date or time, expected a whole number of seconds"
                                + " from 1 to 86400",
                        "n.toml:8: error: network.enable_discovery: found \"yes\", expected true or false",
                        "n.toml:9: warning: network.max_mesage_size: found a key that is not known here, it has no effect;"
                                + " did you mean max_message_size?",
                        "n.toml:10: warning: network.bandwidth_limit: found 5000, which has no effect; limit the bandwidth"
                                + " of links in a testnet file instead",
                        "n.toml:12: error: consensus.block_time: found true, expected a whole number of milliseconds from"
                                + " 10 to 86400000",
                        "n.toml:13: error: consensus.difficulty: found 9, expected a whole number (each step takes 16"
                                + " times the work, and with more mining would stall) from 1 to 6",
                        "n.toml:15: error: http.bind_address: found a list, expected " + address,
                        "n.toml:16: error: http.max_request_size: found \"large\", expected a whole number of bytes from"
                                + " 1024 to 10485760",
                        "n.toml:17: error: http.timeout: found 0, expected a whole number of seconds from 1 to 86400",
                        "n.toml:18: error: http.enable_cors: found 1, expected true or false",
                        "n.toml:20: error: storage.data_dir: found a table, expected a directory in quotes, such as \"data/node1\"");
    }

    @Test
    void aFileOfSomethingElseIsToldSo() {
        files().write("other.toml", "[netwrok]\nmax_peers = 3\n").write("empty.toml", "");
        assertThat(files().problems("other.toml", "empty.toml"))
                .containsExactly(
                        "other.toml: error: found no [network] and no [testnet], expected a node file with the one or a"
                                + " testnet file with the other; found [netwrok]; did you mean network?",
                        "empty.toml: error: found no [network] and no [testnet], expected a node file with the one or a"
                                + " testnet file with the other");
    }

    private TemporaryFiles files() {
        return new TemporaryFiles(directory);
    }

    private NodeSpec node(String text) {
        LoadResult result = files().write("n.toml", text).load("n.toml");
        assertThat(result.hasErrors()).isFalse();
        return requireNonNull(result.spec()).nodes().getFirst();
    }

    private static String text(LinkSpec link) {
        return link.dialler() + ">" + link.listener();
    }
}
