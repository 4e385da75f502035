package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What nodes run on, as files say it: for all, for one, or for shares of them. */
class MachineKeysTest {
    private static final String SHARES = """
            [testnet]
            seed = %d
            [defaults]
            mining = false
            [[machines]]
            share = 0.25
            upload = "512kbit/s"
            download = "4Mbit/s"
            [[machines]]
            share = "50%%"
            upload = "10Mbit/s"
            [topology]
            shape = "ring"
            nodes = 1000
            """;

    @TempDir
    private Path directory;

    @Test
    void aTestnetFileSaysItForAllAndForOne() {
        TestnetSpec spec = load("""
                [testnet]
                [defaults]
                upload = "1Mbit/s"
                download = "5Mbit/s"
                verification = "20ms"
                verification_per_megabyte = "400ms"
                [[nodes]]
                name = "usual"
                [[nodes]]
                name = "wide"
                upload = "off"
                verification = "0s"
                """);
        Bandwidth down = new Bandwidth(5_000_000);
        assertThat(spec.nodes())
                .extracting(NodeSpec::machine)
                .containsExactly(
                        new Machine(new Bandwidth(1_000_000), down, Duration.ofMillis(20), Duration.ofMillis(400)),
                        new Machine(null, down, Duration.ZERO, Duration.ofMillis(400)));
    }

    @Test
    void sharesOfTheNodesRunOnMachinesThatTheSeedDeals() {
        TestnetSpec spec = load(SHARES.formatted(7));
        assertThat(load(SHARES.formatted(7)).nodes()).isEqualTo(spec.nodes());
        assertThat(load(SHARES.formatted(8)).nodes()).isNotEqualTo(spec.nodes());
        assertThat(withUpload(spec, new Bandwidth(512_000))).isBetween(200L, 300L);
        assertThat(withUpload(spec, new Bandwidth(10_000_000))).isBetween(440L, 560L);
        assertThat(spec.nodes())
                .extracting(NodeSpec::machine)
                .filteredOn(Machine.UNLIMITED::equals)
                .hasSizeBetween(200, 300);
    }

    @Test
    void aNodeThatSaysItItselfKeepsIt() {
        TestnetSpec spec = load("""
                [testnet]
                [[machines]]
                share = 1
                upload = "1Mbit/s"
                [[nodes]]
                name = "own"
                upload = "2Mbit/s"
                [[nodes]]
                name = "dealt"
                """);
        assertThat(spec.nodes())
                .extracting(node -> requireNonNull(node.machine().upload()).bitsPerSecond())
                .containsExactly(2_000_000L, 1_000_000L);
    }

    @Test
    void whatCannotBeIsSaidWithItsPlace() {
        assertProblems(
                "[testnet]\n[[nodes]]\nname = \"a\"\nupload = \"fast\"\nverification = \"1h\"\n",
                "t.toml:4: error: nodes[0].upload: found \"fast\", expected a bandwidth in quotes, such as \"512kbit/s\","
                        + " \"10Mbit/s\" or \"1MB/s\"",
                "t.toml:5: error: nodes[0].verification: found \"1h\", expected a duration from 0s to 10m in quotes, such as"
                        + " \"200ms\", \"5s\" or \"2m\"");
        assertProblems(
                "[testnet]\n[[machines]]\nupload = \"1Mbit/s\"\n[[nodes]]\nname = \"a\"\n",
                "t.toml:2: error: machines[0]: found no share, expected share = 0.2, or how many nodes run on such a one");
        assertProblems(
                "[testnet]\n[[machines]]\nshare = 0.7\n[[machines]]\nshare = 0.5\n[[nodes]]\nname = \"a\"\n",
                "t.toml:5: error: machines[1].share: found shares of more than all nodes together, expected a sum of 1 at"
                        + " the most");
        assertProblems(
                "[testnet]\n[defaults]\nupload = \"1Mbit/s\"\n[[machines]]\nshare = 0.7\n[[nodes]]\nname = \"a\"\n",
                "t.toml:4: error: machines: found machines here and one for all nodes under [defaults] (upload, download,"
                        + " verification, verification_per_megabyte), expected one of the two");
    }

    @Test
    void aLimitedLineIsRefusedOnSocketsAndACheckIsNot() {
        String node = "[testnet]\n[[nodes]]\nname = \"a\"\n";
        assertThat(load(node + "verification = \"20ms\"\n").socketProblem()).isNull();
        assertThat(load(node + "download = \"1Mbit/s\"\n").socketProblem())
                .isEqualTo(
                        "a has a line of its own (upload or download), which its links share; only nodes in virtual time"
                                + " have one. Use run FILE --virtual, or ask for bandwidth at the links instead.");
    }

    private static long withUpload(TestnetSpec spec, Bandwidth upload) {
        return spec.nodes().stream()
                .filter(node -> upload.equals(node.machine().upload()))
                .count();
    }

    private TestnetSpec load(String text) {
        LoadResult result = files(text).load("t.toml");
        assertThat(result.problems()).isEqualTo(List.of());
        return requireNonNull(result.spec());
    }

    private void assertProblems(String text, String... problems) {
        assertThat(files(text).problems("t.toml")).containsExactly(problems);
    }

    private TemporaryFiles files(String text) {
        return new TemporaryFiles(directory).write("t.toml", text);
    }
}
