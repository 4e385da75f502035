package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

class ExternalTableTest {
    private static final String TWO =
            "[testnet]\n[[nodes]]\nname = \"a\"\nlisten = \"127.0.0.1:9001\"\n[[nodes]]\nname = \"b\"\n[[external]]\n";
    private static final String EITHER_WAY =
            "address = \"127.0.0.1:8333\" and connect = [\"node1\"] for one that nodes dial,"
                    + " or expect = true for one that dials in";

    @TempDir
    private Path directory;

    @Test
    void aProgramThatListensIsDialledByTheNodesThatItNames() {
        TestnetSpec spec = load(TWO + "name = \"rusty\"\naddress = \"127.0.0.1:8333\"\nconnect = [\"b\", \"a\"]\n");
        assertThat(spec.guests())
                .containsExactly(new GuestSpec(
                        new NodeName("rusty"), Endpoint.loopback(8333), List.of(new NodeName("b"), new NodeName("a"))));
        assertThat(spec.links()).isEmpty();
    }

    @Test
    void thoseThatDialInAreExpectedInTheOrderOfTheFile() {
        TestnetSpec spec = load(TWO + "name = \"z\"\nexpect = true\n[[external]]\nname = \"c\"\nexpect = true\n");
        assertThat(spec.guests()).containsExactly(GuestSpec.expected("z"), GuestSpec.expected("c"));
    }

    @Test
    void theLinkOfANodeWithAGuestHasConditionsLikeAnyOther() {
        TestnetSpec spec = load(TWO
                + "name = \"z\"\nexpect = true\n[[links]]\nbetween = [\"z\", \"a\"]\nlatency = { there = \"80ms\" }\n");
        assertThat(spec.links())
                .containsExactly(new LinkSpec(
                        new NodeName("z"),
                        new NodeName("a"),
                        LinkConditions.ofLatency(Duration.ofMillis(80)),
                        LinkConditions.NONE));
    }

    @Test
    void whoNeitherListensNorIsExpectedIsAnError() {
        assertProblems(
                "name = \"x\"\n",
                "t.toml:7: error: external[0]: found neither address nor expect, expected " + EITHER_WAY);
        assertProblems(
                "name = \"x\"\nexpect = false\n",
                "t.toml:7: error: external[0]: found neither address nor expect, expected " + EITHER_WAY);
    }

    @Test
    void whoIsExpectedIsNotDialled() {
        assertProblems(
                "name = \"x\"\naddress = \"127.0.0.1:8333\"\nexpect = true\n",
                "t.toml:9: error: external[0].address: found address together with expect = true, expected one of the two: "
                        + EITHER_WAY + "; remove address or expect");
        assertProblems(
                "name = \"x\"\nconnect = [\"a\"]\nexpect = true\n",
                "t.toml:9: error: external[0].connect: found connect together with expect = true, expected one of the two: "
                        + EITHER_WAY + "; remove connect or expect");
    }

    @Test
    void anAddressNeedsANodeThatDialsItAndTheOtherWayRound() {
        assertProblems(
                "name = \"x\"\naddress = \"127.0.0.1:8333\"\n",
                "t.toml:9: error: external[0].address: found no node that dials this address, expected connect = [\"node1\"]"
                        + " with at least one node's name");
        assertProblems(
                "name = \"x\"\nconnect = [\"a\"]\n",
                "t.toml:9: error: external[0].connect: found nodes that dial, but no address, expected address ="
                        + " \"127.0.0.1:8333\" as well");
    }

    @Test
    void aNameOrAnAddressThatIsTakenIsAnError() {
        assertProblems(
                "name = \"a\"\nexpect = true\n",
                "t.toml:8: error: external[0].name: found the name \"a\", which is that of another node of this testnet"
                        + " (t.toml:3), expected every name once; choose another");
        assertProblems(
                "name = \"x\"\naddress = \"127.0.0.1:9001\"\nconnect = [\"b\"]\n",
                "t.toml:9: error: external[0].address: found 127.0.0.1:9001, where a, a node of this testnet, listens,"
                        + " expected the address of another program; for our own nodes use connect in [[nodes]]");
        assertProblems(
                """
                name = "x"
                address = "127.0.0.1:8333"
                connect = ["b"]
                [[external]]
                name = "y"
                address = "127.0.0.1:8333"
                connect = ["a"]
                """,
                "t.toml:13: error: external[1].address: found 127.0.0.1:8333 a second time, expected every address once; the"
                        + " first is that of x (t.toml:8)");
    }

    @Test
    void aNodeThatDoesNotExistCannotDialAndAGuestIsNotDialledByName() {
        assertProblems(
                "name = \"x\"\naddress = \"127.0.0.1:8333\"\nconnect = [\"bb\"]\n",
                "t.toml:10: error: external[0].connect: found \"bb\", expected the name of a node of this testnet;"
                        + " did you mean b?");
        String dialledByName = """
                [testnet]
                [[nodes]]
                name = "a"
                connect = ["x"]
                [[external]]
                name = "x"
                expect = true
                """;
        assertThat(files().write("t.toml", dialledByName).problems("t.toml"))
                .containsExactly("t.toml:4: error: nodes[0].connect: found the external node x, expected a node of this"
                        + " testnet; whom an external node is dialled by stands in its own [[external]], as connect ="
                        + " [\"a\"]");
    }

    @Test
    void aLinkOfTwoGuestsIsNoneOfOurs() {
        assertProblems(
                """
                name = "x"
                expect = true
                [[external]]
                name = "y"
                expect = true
                [[links]]
                between = ["x", "y"]
                """,
                "t.toml:14: error: links[0].between: found two external nodes, x and y, expected a node of this testnet at"
                        + " one end; a link that no node of ours takes part in cannot be changed from here");
    }

    @Test
    void anAddressElsewhereIsDialledWithANote() {
        assertProblems(
                "name = \"x\"\naddress = \"192.0.2.7:8333\"\nconnect = [\"a\"]\n",
                "t.toml:9: note: external[0].address: found 192.0.2.7:8333, which is not on this machine; it is dialled all"
                        + " the same");
    }

    private void assertProblems(String external, String... problems) {
        assertThat(files().write("t.toml", TWO + external).problems("t.toml")).containsExactly(problems);
    }

    private TestnetSpec load(String text) {
        return requireNonNull(files().write("t.toml", text).load("t.toml").spec());
    }

    private TemporaryFiles files() {
        return new TemporaryFiles(directory);
    }
}
