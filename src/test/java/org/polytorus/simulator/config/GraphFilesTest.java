package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Graphs that can be read, by themselves and as a part of a testnet file. */
class GraphFilesTest {
    private static final Path SAMPLES = Path.of("sample-configs", "graphs");

    @TempDir
    private Path directory;

    @Test
    void theGraphMlSampleIsATestnetOfTwoContinents() {
        LoadResult result = TestnetFiles.load(List.of(SAMPLES.resolve("backbone.graphml")), false);

        assertThat(result.problems()).isEmpty();
        TestnetSpec spec = requireNonNull(result.spec());
        assertThat(spec.name()).isEqualTo("Backbone");
        assertThat(spec.nodes())
                .hasSize(8)
                .allSatisfy(node -> assertThat(node.blockTime()).isEqualTo(Duration.ofSeconds(16)));
        assertThat(spec.links()).hasSize(9);
        LinkSpec atlantic = link(spec, "Lisbon–Miami");
        assertThat(atlantic.there())
                .isEqualTo(atlantic.back())
                .isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(60))
                        .but()
                        .loss(0.02)
                        .bandwidth(new Bandwidth(100_000_000))
                        .build());
        assertThat(link(spec, "London–Paris").there().latency())
                .as("the usual one of the key")
                .isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void theDotSampleHasARegionForEachClusterAndADirectionForEachArrow() {
        LoadResult result = TestnetFiles.load(List.of(SAMPLES.resolve("offices.dot")), false);

        assertThat(result.problems()).isEmpty();
        TestnetSpec spec = requireNonNull(result.spec());
        assertThat(spec.nodes())
                .extracting(node -> node.name().value())
                .containsExactly("mail", "desk1", "desk2", "desk3", "backup", "desk4", "desk5", "warehouse");
        assertThat(spec.links()).hasSize(10);
        LinkSpec slow = link(spec, "backup–warehouse");
        assertThat(slow.dialler()).hasToString("backup");
        assertThat(slow.there()).isEqualTo(conditions(30, 16_000_000, 0));
        assertThat(slow.back()).isEqualTo(conditions(60, 1_000_000, 0.01));
        LinkSpec bridge = link(spec, "backup–mail");
        assertThat(bridge.there())
                .isEqualTo(bridge.back())
                .isEqualTo(conditions(25, 1_000_000_000, 0.001)
                        .but()
                        .jitter(Jitter.uniform(Duration.ofMillis(5)))
                        .build());
    }

    @Test
    void aTestnetFileMayTakeItsShapeFromAGraphAndItsRegionsAsGroups() {
        LoadResult result = new TemporaryFiles(directory)
                .write(
                        "net.dot",
                        "graph { subgraph cluster_a { x1; x2 } subgraph cluster_b { y1 } x1 -- x2 -- y1 [latency=9] }")
                .write("t.toml", """
                        [scenario]
                        name = "s"
                        duration = "10s"
                        [defaults]
                        block_time = "7s"
                        [topology]
                        file = "net.dot"
                        [[nodes]]
                        name = "extra"
                        connect = ["x1"]
                        [[links]]
                        between = ["y1", "x2"]
                        latency = "1ms"
                        [[routes]]
                        between = ["a", "extra"]
                        latency = "3ms"
                        [[timeline]]
                        at = "1s"
                        do = "split"
                        groups = ["a", "b"]
                        """)
                .load("t.toml");

        assertThat(result.hasErrors()).as(result.problems().toString()).isFalse();
        TestnetSpec spec = requireNonNull(result.spec());
        assertThat(spec.nodes())
                .hasSize(4)
                .allSatisfy(node -> assertThat(node.blockTime()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(latency(spec, "x1–x2")).isEqualTo(9);
        assertThat(latency(spec, "x2–y1")).as("as [[links]] says").isEqualTo(1);
        assertThat(latency(spec, "extra–x1")).as("as [[routes]] says").isEqualTo(3);
        assertThat(requireNonNull(result.scenario()).steps().getFirst().actions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Action.Order.class,
                        order -> assertThat(order.command()).isInstanceOf(TestnetCommand.Split.class));
    }

    @Test
    void everyWayOfTheDotLanguageToWriteAGraphIsUnderstood() {
        TestnetSpec spec = load("net.gv", """
                /* a comment
                   of two lines */
                strict graph "Odd names" {
                # a line for a preprocessor
                rankdir=LR; graph [fontname="Helvetica", label=<<b>bold</b>>]
                node [shape=box] edge [latency=5, "loss"="0.5"]
                "two words" -- ünïcode:n:ne -- -1.5 [weight=2; latency="7ms"][loss=0]
                { a b } -- { c subgraph inner { d } } // four lines
                "said \\"so\\"" -- "half " + "and half"
                a -- "line\\
                s"; ;
                }
                """);

        assertThat(spec.name()).isEqualTo("Odd names");
        assertThat(spec.nodes())
                .extracting(node -> node.name().value())
                .containsExactlyInAnyOrder(
                        "two words", "ünïcode", "-1.5", "a", "b", "c", "d", "said \"so\"", "half and half", "lines");
        assertThat(spec.links()).hasSize(8);
        assertThat(link(spec, "two words–ünïcode").there()).isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(7)));
        assertThat(link(spec, "a–c").there())
                .isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(5)).withLoss(0.5));
    }

    @Test
    void directedEdgesOfGraphMlDescribeOneWayEach() {
        TestnetSpec spec = load("net.graphml", graphMl("directed", """
                        <node id="a"/><node id="b"/><node id="c"/>
                        <edge source="a" target="b"><data key="l">5</data></edge>
                        <edge source="b" target="a"><data key="l">70ms</data></edge>
                        <edge source="c" target="b" directed="false"><data key="l">1.5E1</data></edge>
                        """));

        assertThat(link(spec, "a–b").dialler()).hasToString("a");
        assertThat(link(spec, "a–b").there().latency()).isEqualTo(Duration.ofMillis(5));
        assertThat(link(spec, "a–b").back().latency()).isEqualTo(Duration.ofMillis(70));
        assertThat(link(spec, "b–c").back().latency()).isEqualTo(Duration.ofMillis(15));
    }

    @Test
    void namesAreMadeFitAndKeptApart() {
        LoadResult result = new TemporaryFiles(directory)
                .write(
                        "n.dot",
                        "graph { a [label=Paris]; b [label=Paris]; c [label=\" \"]; d [label=\" tab\there \"]; e [label=\""
                                + "x".repeat(70) + "\"]; a -- b -- c -- d -- e }")
                .load("n.dot");

        assertThat(requireNonNull(result.spec()).nodes())
                .extracting(node -> node.name().value())
                .containsExactly("Paris", "Paris-2", "c", "tab here", "x".repeat(64));
        assertThat(new TemporaryFiles(directory).problems("n.dot").getFirst())
                .isEqualTo(
                        "n.dot:1: warning: found the name \"Paris\" of node \"a\" again; node \"b\" is called Paris-2 here");
    }

    @Test
    void aGroupThatIsCalledLikeANodeMakesNoGroup() {
        assertThat(new TemporaryFiles(directory)
                        .write("n.dot", "graph { 1 [group=2]\n2 [group=2]; 3 [group=all]; 1 -- 2 -- 3 }")
                        .problems("n.dot"))
                .containsExactly(
                        "n.dot:1: warning: found the group \"2\", which is the name of a node or of all; it makes no group"
                                + " here",
                        "n.dot:2: warning: found the group \"all\", which is the name of a node or of all; it makes no"
                                + " group here");
    }

    @Test
    void aGraphOfTenThousandNodesIsRead() {
        StringBuilder text = new StringBuilder("graph {\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("n").append(i).append(" -- n").append((i + 1) % 10_000).append(" -- n");
            text.append((i * 7 + 13) % 10_000).append(" [latency=20]\n");
        }
        LoadResult result =
                new TemporaryFiles(directory).write("n.dot", text + "}").load("n.dot");

        assertThat(requireNonNull(result.spec()).nodes()).hasSize(10_000);
    }

    static String graphMl(String edgeDefault, String content) {
        return """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="l" for="edge" attr.name="latency" attr.type="string"/>
                <graph edgedefault="%s">
                %s</graph>
                </graphml>
                """.formatted(edgeDefault, content);
    }

    private static LinkConditions conditions(int latencyMillis, long bitsPerSecond, double loss) {
        return LinkConditions.ofLatency(Duration.ofMillis(latencyMillis))
                .but()
                .bandwidth(new Bandwidth(bitsPerSecond))
                .loss(loss)
                .build();
    }

    private static long latency(TestnetSpec spec, String link) {
        return link(spec, link).there().latency().toMillis();
    }

    private static LinkSpec link(TestnetSpec spec, String id) {
        return spec.links().stream()
                .filter(link -> link.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TestnetSpec load(String name, String text) {
        LoadResult result = new TemporaryFiles(directory).write(name, text).load(name);
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.spec());
    }
}
