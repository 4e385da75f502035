package org.polytorus.simulator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that cannot be read, or not as they stand: what is told, and that nothing else happens. */
class BrokenGraphFilesTest {
    private static final String MILLION_LAUGHS = """
            <?xml version="1.0"?>
            <!DOCTYPE graphml [
             <!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            ]>
            <graphml><graph><node id="&c;"/></graph></graphml>
            """;

    @TempDir
    private Path directory;

    @Test
    void aDoctypeIsRefusedAndTheFileThatItNamesIsNotLookedAt() throws IOException {
        Path secret = directory.resolve("secret.txt");
        Files.writeString(secret, "the-secret");
        String entity = """
                <!DOCTYPE graphml [<!ENTITY x SYSTEM "%s">]>
                <graphml><graph><node id="&x;"/></graph></graphml>
                """.formatted(secret.toUri());

        for (String text :
                List.of(entity, MILLION_LAUGHS, "<!DOCTYPE graphml SYSTEM \"" + secret.toUri() + "\"><graphml/>")) {
            assertThat(problems("n.graphml", text))
                    .singleElement()
                    .asString()
                    .contains("error: found a document type or an entity", "remove the DOCTYPE")
                    .doesNotContain("the-secret");
        }
    }

    @Test
    void whatIsWrongInGraphMlIsToldWithItsLine() {
        assertThat(problems("n.graphml", GraphFilesTest.graphMl("undirected", """
                                <node id="alice"/><node id="bob"/>
                                <node/>
                                <node id="bob"/>
                                <edge source="alice" target="bob"><data key="l">soon</data></edge>
                                <edge source="bob" target="alice"/>
                                <edge source="bob" target="bob"/>
                                <edge source="bob" target="alicf"/>
                                <edge source="bob"/>
                                <hyperedge/>
                                """)))
                .containsExactly(
                        "n.graphml:5: error: found a node without an id, expected <node id=\"…\">",
                        "n.graphml:6: error: found a second node with the id \"bob\", expected every id once",
                        "n.graphml:7: error: latency: found \"soon\", expected a time up to 1m, such as 20ms, or a number of"
                                + " milliseconds",
                        "n.graphml:8: warning: found the edge of bob and alice again, left out; the first is n.graphml:7",
                        "n.graphml:9: warning: found an edge of bob with itself, left out; remove it",
                        "n.graphml:10: error: found an edge to \"alicf\", expected the id of a node of this graph; did you"
                                + " mean alice?",
                        "n.graphml:11: error: found an edge without its ends, expected <edge source=\"…\" target=\"…\">",
                        "n.graphml:12: warning: found a hyperedge, which no link can be, left out; describe edges of two"
                                + " nodes");
    }

    @Test
    void whatIsWrongInDotIsToldWithItsLine() {
        assertOnly(
                "n.dot",
                "graf {}",
                "n.dot:1: error: found \"graf\", expected a DOT file, which begins with graph or digraph");
        assertOnly("n.dot", "graph {\na -> b }", "n.dot:2: error: found \"->\", expected --, since this is a graph");
        assertOnly("n.dot", "graph {\na -- b", "n.dot:2: error: found the end of the file, expected }");
        assertOnly(
                "n.dot",
                "graph {\na [label=",
                "n.dot:2: error: found the end of the file, expected a name or a text in quotes");
        assertOnly(
                "n.dot",
                "graph {\n\"a -- b }",
                "n.dot:2: error: found a text without an end, expected a closing quotation mark");
        assertOnly("n.dot", "graph {\n/* a -- b }", "n.dot:2: error: found a comment without an end, expected */");
        assertOnly(
                "n.dot",
                "graph { a }\ngraph { b }",
                "n.dot:2: error: found \"graph\" after the graph, expected one graph a file");
        assertOnly("n.dot", "graph {\n a ! b }", "n.dot:2: error: found \"!\", which DOT does not know");
        assertOnly("n.dot", "graph {}", "graph: error: found a graph without nodes, expected at least one");
        assertOnly(
                "n.dot",
                "graph { a -- b [loss=2, bandwidth=0] }",
                "n.dot:1: error: loss: found \"2\", expected a share from 0 to 1, such as 0.01, or 1%",
                "n.dot:1: error: bandwidth: found \"0\", expected a rate such as 10Mbit/s, or a number of bits a second");
        assertOnly(
                "n.dot",
                "graph { a -- b [latency=\"2s\", jitter=\"3s\"] }",
                "n.dot:1: error: jitter: found \"3s\", expected a time up to 2s, such as 20ms, or a number of milliseconds");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertOnly(
                "n.dot",
                "graph " + "{".repeat(100_000),
                "n.dot:1: error: found subgraphs nested deeper than 32 levels, expected a graph");
        assertOnly(
                "n.graphml",
                "<graphml>" + "<data>".repeat(50_000),
                "n.graphml:1: error: found elements nested deeper than 64 levels, expected a graph");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertOnly(
                "n.graphml",
                "<graphml>" + " ".repeat(16 * 1024 * 1024),
                "n.graphml: error: found more than 16 MiB, expected a configuration file, which is far smaller; is it the"
                        + " right file?");
        StringBuilder side = new StringBuilder("{");
        for (int i = 0; i < 2_000; i++) {
            side.append(" n").append(i);
        }
        assertOnly(
                "n.dot",
                "graph { " + side + "} -- " + side + "} }",
                "n.dot: error: found more than 2000000 edges, expected no more; take a smaller graph");
    }

    @Test
    void aGraphAmongOtherFilesAndOneThatIsNotThereAreErrors() {
        TemporaryFiles files = new TemporaryFiles(directory)
                .write("n.dot", "graph { a }")
                .write("n.graphml", "<html/>")
                .write("t.toml", "[testnet]\n[topology]\nfile = \"net.png\"\n")
                .write("u.toml", "[testnet]\n[topology]\nfile = \"gone.dot\"\n");
        assertThat(files.problems("n.dot", "n.graphml"))
                .containsExactly(
                        "n.dot: error: found a graph among 2 files, expected it alone",
                        "n.graphml: error: found a graph among 2 files, expected it alone");
        assertThat(files.problems("n.graphml"))
                .containsExactly(
                        "n.graphml:1: error: found <html>, expected a GraphML file, which begins with <graphml>");
        assertThat(files.problems("t.toml"))
                .containsExactly(
                        "t.toml:3: error: topology.file: found \"net.png\", expected the path of a GraphML or DOT"
                                + " file beside this one, such as \"net.graphml\" or \"net.dot\"");
        assertThat(files.problems("u.toml"))
                .containsExactly("gone.dot: error: there is no such file; check its name and the directory you are in");
    }

    /** Whatever comes out, it is a testnet or a list of problems, and never an exception. */
    @ParameterizedTest
    @ValueSource(strings = {"backbone.graphml", "offices.dot"})
    void noMutantOfASampleThrows(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("sample-configs", "graphs", sample));
        for (long seed = 0; seed < 600; seed++) {
            byte[] mutant = mutant(bytes, new Random(seed));
            LoadResult result =
                    new TemporaryFiles(directory).write(sample, mutant).load(sample);
            assertThat(result.spec() == null).isEqualTo(result.hasErrors());
        }
    }

    private static byte[] mutant(byte[] bytes, Random random) {
        byte[] signs = "<>{}[]\"=;-/&'\\ \n9e+".getBytes(StandardCharsets.UTF_8);
        byte[] mutant = bytes.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            mutant[random.nextInt(mutant.length)] =
                    random.nextInt(3) == 0 ? (byte) random.nextInt(256) : signs[random.nextInt(signs.length)];
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
    }

    private void assertOnly(String name, String text, String... problems) {
        assertThat(problems(name, text)).containsExactly(problems);
    }

    private List<String> problems(String name, String text) {
        return new TemporaryFiles(directory).write(name, text).problems(name);
    }
}
