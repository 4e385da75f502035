package org.polytorus.simulator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestnetFileProblemsTest {
    private static final String TWO = "[testnet]\n[topology]\nshape = \"line\"\nnodes = 2\n";

    @TempDir
    private Path directory;

    @Test
    void aTestnetWithoutNodesIsAnError() {
        assertProblems(
                "[testnet]\n",
                "t.toml: error: found no nodes, expected 1 to 100000; describe them with [[nodes]] or [topology]");
    }

    @Test
    void zeroOrAMillionNodesAreAnErrorWithTheBound() {
        String expected = ", expected a whole number from 1 to 100000";
        assertProblems(
                "[testnet]\n[topology]\nshape = \"ring\"\nnodes = 0\n",
                "t.toml:4: error: topology.nodes: found 0" + expected);
        assertProblems(
                "[testnet]\n[topology]\nshape = \"ring\"\nnodes = 1000000\n",
                "t.toml:4: error: topology.nodes: found 1000000" + expected);
    }

    @Test
    void moreNodesThanSocketsAllowAreReadForVirtualTimeWithANote() {
        StringBuilder text = new StringBuilder("[testnet]\n[defaults]\nmining = false\n");
        for (int i = 0; i < 1001; i++) {
            text.append("[[nodes]]\nname = \"n").append(i).append("\"\n");
        }
        assertProblems(
                text.toString(),
                "t.toml:5: note: nodes[0].name: found 1001 nodes and 0 links: too many for sockets, which allow 1000 and"
                        + " 20000; virtual time (--virtual) has room for them");
    }

    @Test
    void aShareThatNoNumberCanHoldIsAnErrorLikeAnyOther() {
        assertProblems(
                "[testnet]\n[topology]\nshape = \"line\"\nnodes = 2\n[[links]]\nbetween = [\"node1\", \"node2\"]\nloss = 1e400\n",
                "t.toml:7: error: links[0].loss: found 1E+400, expected a share from 0 to 1, such as 0.01, or in quotes \"1%\"");
    }

    @Test
    void anImpossibleShapeSaysWhy() {
        assertProblems(
                "[testnet]\n[topology]\nshape = \"random-regular\"\nnodes = 5\ndegree = 3\n",
                "t.toml:4: error: topology.nodes: 5 nodes cannot have 3 neighbours each, since every link has two ends;"
                        + " make one of the two numbers even");
        assertProblems(
                "[testnet]\n[topology]\nshape = \"random-regular\"\nnodes = 6\n",
                "t.toml:3: error: topology.shape: found no degree, expected degree = 4 or another number of neighbours of"
                        + " each node");
        assertProblems(
                "[testnet]\n[topology]\nshape = \"rnig\"\nnodes = 6\n",
                "t.toml:3: error: topology.shape: found \"rnig\", expected one of \"ring\", \"star\", \"line\","
                        + " \"full-mesh\", \"grid\", \"tree\", \"random-regular\", \"random\", \"small-world\","
                        + " \"scale-free\", \"one-bootstrap\", \"regions\"; did you mean ring?");
    }

    @Test
    void aDurationNeedsItsUnit() {
        String expected = ", expected a duration from 10ms to 24h in quotes, such as \"200ms\", \"5s\" or \"2m\"";
        assertProblems(
                """
                [testnet]
                [defaults]
                block_time = 5
                ping_interval = "7"
                transaction_interval = "soon"
                [[nodes]]
                name = "a"
                block_time = "1ms"
                transaction_interval = false
                """,
                "t.toml:3: error: defaults.block_time: found 5" + expected + "; the unit is missing",
                "t.toml:4: error: defaults.ping_interval: found \"7\"" + expected + "; the unit is missing",
                "t.toml:5: error: defaults.transaction_interval: found \"soon\"" + expected,
                "t.toml:8: error: nodes[0].block_time: found \"1ms\"" + expected,
                "t.toml:9: error: nodes[0].transaction_interval: found false, expected a duration such as \"2s\", or"
                        + " \"off\"");
    }

    @Test
    void unknownKeysAnywhereAreWarningsWithTheLikelyMeaning() {
        assertProblems(
                """
                title = "x"
                [testnet]
                sed = 1
                [defaults]
                blocktime = "5s"
                [[nodes]]
                name = "a"
                conect = []
                [topology]
                shape = "line"
                node = 3
                [[links]]
                between = ["a", "a2"]
                latancy = "1s"
                latency = { their = "1s" }
                [[nodes]]
                name = "a2"
                """,
                unknown(1, "title", ""),
                unknown(3, "testnet.sed", "; did you mean seed?"),
                unknown(5, "defaults.blocktime", "; did you mean block_time?"),
                unknown(8, "nodes[0].conect", "; did you mean connect?"),
                unknown(11, "topology.node", "; did you mean nodes?"),
                unknown(14, "links[0].latancy", "; did you mean latency?"),
                unknown(15, "links[0].latency.their", "; did you mean there?"));
    }

    @Test
    void anImpossibleRateLimitSaysWhatIsPossible() {
        String bytes =
                ", expected bytes per second from 1024 to 1073741824 in quotes, such as \"64KiB/s\", \"1MiB/s\" or"
                        + " \"500kB/s\"";
        assertProblems(
                TWO + """
                        [defaults]
                        rate_limit = { messages = 0, burst = "many", bytes = 1000, size = 3 }
                        """,
                unknown(6, "defaults.rate_limit.size", ""),
                "t.toml:6: error: defaults.rate_limit.messages: found 0, expected a whole number of messages per second from"
                        + " 1 to 1000000",
                "t.toml:6: error: defaults.rate_limit.burst: found \"many\", expected a whole number of messages at once from"
                        + " 1 to 1000000",
                "t.toml:6: error: defaults.rate_limit.bytes: found 1000" + bytes);
        assertProblems(
                TWO + "[defaults]\nrate_limit = { bytes = \"12 parsecs\" }\n",
                "t.toml:6: error: defaults.rate_limit.bytes: found \"12 parsecs\"" + bytes);
        assertProblems(
                TWO + "[defaults]\nrate_limit = 100\n",
                "t.toml:6: error: defaults.rate_limit: found 100, expected a table such as { messages = 100, burst = 20,"
                        + " bytes = \"1MiB/s\" }");
        assertProblems(
                "[testnet]\nquality_of_service = \"off\"\n[topology]\nshape = \"line\"\nnodes = 2\n",
                "t.toml:2: error: testnet.quality_of_service: found \"off\", expected true or false");
    }

    @Test
    void linksAreCheckedAgainstTheNodes() {
        assertProblems(
                TWO + """
                        [[links]]
                        between = ["node1", "node1"]
                        [[links]]
                        between = ["node1", "nod2"]
                        [[links]]
                        between = ["node1", "node2"]
                        [[links]]
                        between = ["node2", "node1"]
                        [[links]]
                        between = ["node1"]
                        [[links]]
                        latency = "1s"
                        """,
                "t.toml:6: error: links[0].between: found \"node1\" twice, expected two different nodes",
                "t.toml:8: error: links[1].between: found \"nod2\", expected the name of a node of this testnet; did you"
                        + " mean node2?",
                "t.toml:12: error: links[3].between: found the link of node2 and node1 a second time, expected it once; the"
                        + " first is t.toml:10",
                "t.toml:14: error: links[4].between: found 1 names, expected the names of two nodes, such as [\"node1\","
                        + " \"node2\"]",
                "t.toml:15: error: links[5]: found no between, expected between = the names of two nodes, such as"
                        + " [\"node1\", \"node2\"]");
    }

    @Test
    void impossibleConditionsAreToldOnce() {
        assertProblems(
                TWO + """
                        [[links]]
                        between = ["node1", "node2"]
                        latency = { there = "61s", back = 3 }
                        jitter = "5ms"
                        loss = 1.5
                        bandwidth = "fast"
                        black_hole = 1
                        """,
                "t.toml:7: error: links[0].latency.there: found \"61s\", expected a duration from 0s to 1m in quotes, such"
                        + " as \"200ms\", \"5s\" or \"2m\"",
                "t.toml:7: error: links[0].latency.back: found 3, expected a duration from 0s to 1m in quotes, such as"
                        + " \"200ms\", \"5s\" or \"2m\"; the unit is missing",
                "t.toml:8: error: links[0].jitter: found \"5ms\", expected at most the latency, which is 0s, since nothing"
                        + " arrives before it was sent",
                "t.toml:9: error: links[0].loss: found 1.5, expected a share from 0 to 1, such as 0.01, or in quotes"
                        + " \"1%\"",
                "t.toml:10: error: links[0].bandwidth: found \"fast\", expected a bandwidth in quotes, such as"
                        + " \"512kbit/s\", \"10Mbit/s\" or \"1MB/s\"",
                "t.toml:11: error: links[0].black_hole: found 1, expected true or false");
    }

    @Test
    void namesAreCheckedAndMayNotRepeat() {
        assertProblems(
                """
                [testnet]
                [[nodes]]
                name = "a"
                connect = ["a", "zzzzzz"]
                [[nodes]]
                name = "a"
                [[nodes]]
                name = " padded "
                [[nodes]]
                mining = true
                [[nodes]]
                name = "b"
                connect = ["a"]
                [[nodes]]
                name = "c"
                connect = ["a", "b", "a"]
                """,
                "t.toml:4: error: nodes[0].connect: found the node's own name, expected another node to connect to",
                "t.toml:4: error: nodes[0].connect: found \"zzzzzz\", expected the name of a node of this testnet",
                "t.toml:6: error: nodes[1].name: found a second node with the name \"a\", expected every name once; the"
                        + " first is t.toml:3",
                "t.toml:8: error: nodes[2].name: found \" padded \", expected 1 to 64 printable characters without white"
                        + " space at the ends",
                "t.toml:9: error: nodes[3]: found neither name nor file, expected name = \"…\" for a node described here,"
                        + " or file = \"…\" for one with a file of its own",
                "t.toml:16: error: nodes[5].connect: found a link of c and a, which is there already (t.toml:16), expected"
                        + " every pair once; remove one of the two");
    }

    @Test
    void problemsOfANodeFileCarryItsOwnName() {
        files().write("n.toml", "[network]\nmax_peers = 0\n").write("other.toml", "[testnet]\n");
        assertProblems(
                """
                [testnet]
                [[nodes]]
                file = "n.toml"
                [[nodes]]
                name = "m"
                file = "missing.toml"
                [[nodes]]
                file = "other.toml"
                [[nodes]]
                file = 7
                """,
                "n.toml:2: error: network.max_peers: found 0, expected a whole number from 1 to 1000",
                "missing.toml: error: there is no such file; check its name and the directory you are in",
                "t.toml:8: error: nodes[2].file: found \"other.toml\", expected a node file; that one is a testnet file,"
                        + " which cannot be part of another",
                "t.toml:10: error: nodes[3].file: found 7, expected the path of a node file in quotes");
    }

    @Test
    void aTestnetFileAmongOthersIsAnErrorAndAllAreStillChecked() {
        files().write("t.toml", TWO)
                .write("u.toml", TWO + "degree = -1\n")
                .write("n.toml", "[network]\nmax_peers = 0\n");
        String among =
                " error: found a testnet file among 3 files, expected it alone, or node files only; a testnet file"
                        + " names its node files itself";
        assertThat(files().problems("t.toml", "u.toml", "n.toml"))
                .containsExactly(
                        "t.toml:" + among,
                        "u.toml:" + among,
                        "u.toml:5: error: topology.degree: found -1, expected a whole number from 1 to 99999",
                        "n.toml:2: error: network.max_peers: found 0, expected a whole number from 1 to 1000");
    }

    @Test
    void moreLinksThanPeersAreAWarningAndWithQualityOfServiceANote() {
        String line = "[defaults]\nmax_peers = 1\n[topology]\nshape = \"line\"\nnodes = 3\n";
        String found = " topology.nodes: node node2 has 2 links, but max_peers allows it 1 peers; ";
        assertProblems(
                "[testnet]\nquality_of_service = false\n" + line,
                "t.toml:7: warning:" + found + "links beyond that stay closed; raise max_peers");
        assertProblems(
                "[testnet]\n" + line,
                "t.toml:6: note:" + found
                        + "others get in only in place of poor ones; raise max_peers if all are to be connected");
    }

    @Test
    void nodesThatMakeMoreBlocksThanTheyCanAgreeOnAreTold() {
        String nodes = "[topology]\nshape = \"ring\"\nnodes = 30\n";
        assertProblems("[testnet]\n[defaults]\nblock_time = \"6s\"\n" + nodes);
        assertProblems("[testnet]\n[defaults]\nblock_time = \"5s\"\nmining = false\n" + nodes);
        assertProblems(
                "[testnet]\n[defaults]\nblock_time = \"5s\"\n" + nodes,
                "t.toml:6: note: topology.nodes: found nodes that make 6 blocks a second together; most of these will be forks"
                        + " that are undone again. With block_time = \"1m\" for each there is one every 2s");
    }

    @Test
    void aPeerTimeoutBelowThePingIntervalIsAWarning() {
        assertProblems(
                "[testnet]\n[[nodes]]\nname = \"a\"\npeer_timeout = \"5s\"\nping_interval = \"1m\"\n",
                "t.toml:3: warning: nodes[0].name: found a peer timeout of 5s and a ping interval of 1m; peers are dropped"
                        + " before they can answer; make the timeout longer");
    }

    private static String unknown(int line, String key, String advice) {
        return "t.toml:" + line + ": warning: " + key + ": found a key that is not known here, it has no effect"
                + advice;
    }

    private void assertProblems(String text, String... problems) {
        assertThat(files().write("t.toml", text).problems("t.toml")).containsExactly(problems);
    }

    private TemporaryFiles files() {
        return new TemporaryFiles(directory);
    }
}
