package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Whether and how nodes look for peers, as files say it. */
class DiscoveryKeysTest {
    @TempDir
    private Path directory;

    @Test
    void aTestnetFileSaysItForAllAndForOne() {
        TestnetSpec spec = load("t.toml", """
                [testnet]
                [defaults]
                discovery = true
                discovery_interval = "7s"
                wished_peers = 6
                [[nodes]]
                name = "usual"
                [[nodes]]
                name = "modest"
                wished_peers = 2
                [[nodes]]
                name = "still"
                discovery = false
                """);
        assertThat(spec.nodes())
                .extracting(NodeSpec::discovery)
                .containsExactly(
                        new DiscoverySettings(true, Duration.ofSeconds(7), 6),
                        new DiscoverySettings(true, Duration.ofSeconds(7), 2),
                        new DiscoverySettings(false, Duration.ofSeconds(7), 6));
    }

    @Test
    void aDescribedTestnetStaysAsItIsDescribed() {
        TestnetSpec spec = load("t.toml", "[testnet]\n[topology]\nshape = \"ring\"\nnodes = 3\n");
        assertThat(spec.nodes()).extracting(NodeSpec::discovery).containsOnly(DiscoverySettings.OFF);
        assertThat(spec.links()).noneMatch(LinkSpec::isIntroduction);
    }

    @Test
    void aNodeFileOfPolyTorusLooksForTwentyFivePeersAsItSays() {
        TestnetSpec spec = load("n.toml", """
                [network]
                listen_addr = "127.0.0.1:8101"
                enable_discovery = true
                discovery_interval = 12
                """);
        assertThat(spec.nodes().getFirst().discovery())
                .isEqualTo(new DiscoverySettings(true, Duration.ofSeconds(12), 25));
    }

    @Test
    void oneBootstrapGivesEveryNodeAnAddressAndNoLastingLink() {
        TestnetSpec spec = load("t.toml", """
                [testnet]
                [defaults]
                mining = false
                discovery = true
                max_peers = 30
                wished_peers = 6
                [topology]
                shape = "one-bootstrap"
                nodes = 60
                """);
        assertThat(spec.links()).hasSize(59).allMatch(LinkSpec::isIntroduction);
    }

    @Test
    void oneBootstrapWithoutDiscoveryIsAWarning() {
        assertThat(problems("""
                [testnet]
                [topology]
                shape = "one-bootstrap"
                nodes = 3
                """))
                .containsExactly(
                        "t.toml:3: warning: topology.shape: found the shape \"one-bootstrap\" and no discovery under"
                                + " [defaults], so that nodes without it only ever meet the first; set discovery = true there");
    }

    @Test
    void aWishForMorePeersThanTheNodeMayHaveIsAWarning() {
        assertThat(problems("""
                [testnet]
                [[nodes]]
                name = "a"
                discovery = true
                max_peers = 5
                """))
                .containsExactly(
                        "t.toml:3: warning: nodes[0].name: found a wish for 25 peers and max_peers = 5; the node looks"
                                + " for no more than that; raise max_peers or lower wished_peers");
    }

    @Test
    void whatCannotBeIsAnErrorWithAdvice() {
        assertThat(problems("""
                [testnet]
                [defaults]
                discovery = "on"
                discovery_interval = 5
                wished_peers = 0
                discovry = true
                [[nodes]]
                name = "a"
                """))
                .containsExactly(
                        "t.toml:3: error: defaults.discovery: found \"on\", expected true or false",
                        "t.toml:4: error: defaults.discovery_interval: found 5, expected a duration from 1s to 24h in quotes,"
                                + " such as \"200ms\", \"5s\" or \"2m\"; the unit is missing",
                        "t.toml:5: error: defaults.wished_peers: found 0, expected a whole number of peers from 1 to 1000",
                        "t.toml:6: warning: defaults.discovry: found a key that is not known here, it has no effect; did you"
                                + " mean discovery?");
    }

    private TestnetSpec load(String name, String text) {
        LoadResult result = new TemporaryFiles(directory).write(name, text).load(name);
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.spec());
    }

    private List<String> problems(String text) {
        return new TemporaryFiles(directory).write("t.toml", text).problems("t.toml");
    }
}
