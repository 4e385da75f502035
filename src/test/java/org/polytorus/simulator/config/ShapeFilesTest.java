package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

class ShapeFilesTest {
    private static final String REGIONS = """
            [topology]
            shape = "regions"
            degree = 4
            latency = [["20ms", "100ms"], ["80ms", "10ms"]]
            [[topology.regions]]
            name = "west"
            nodes = 8
            upload = "5Mbit/s"
            [[topology.regions]]
            name = "east"
            nodes = 4
            loss = "1%"
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "line,12,0,11",
        "ring,12,0,12",
        "star,12,0,11",
        "full-mesh,12,0,66",
        "grid,12,0,17",
        "tree,12,3,11",
        "random-regular,12,4,24",
        "random,12,4,24",
        "small-world,12,4,24",
        "scale-free,12,4,21",
    })
    void everyShapeHasItsSizeItsDegreeAndItsSeedInAFile(String shape, int nodes, int degree, int links) {
        String text = "[testnet]\n[topology]\nshape = \"" + shape + "\"\nnodes = " + nodes + "\n"
                + (degree == 0 ? "" : "degree = " + degree + "\n");
        TestnetSpec spec = load(text + "seed = 5\n");

        assertThat(spec.nodes()).hasSize(nodes);
        assertThat(spec.links()).hasSize(links);
        assertThat(load(text + "seed = 5\n").links()).isEqualTo(spec.links());
        boolean isRandom =
                List.of("random-regular", "random", "small-world", "scale-free").contains(shape);
        assertThat(load(text + "seed = 6\n").links().equals(spec.links()))
                .as("another seed draws the same")
                .isEqualTo(!isRandom);
    }

    @Test
    void regionsHaveTheirNodesTheirMatrixAndTheirLines() {
        TestnetSpec spec = load("[testnet]\n" + REGIONS);

        assertThat(spec.nodes()).hasSize(12);
        assertThat(spec.links()).hasSize(24).allSatisfy(link -> {
            assertThat(link.there().latency()).isEqualTo(Duration.ofMillis(latency(link)));
            assertThat(link.there().loss()).isEqualTo(isWest(link.dialler()) && isWest(link.listener()) ? 0 : 0.01);
            assertThat(link.there().bandwidth() == null).isEqualTo(!isWest(link.dialler()));
        });
    }

    private static int latency(LinkSpec link) {
        int inOrFromWest = isWest(link.listener()) ? 20 : 100;
        int inOrFromEast = isWest(link.listener()) ? 80 : 10;
        return isWest(link.dialler()) ? inOrFromWest : inOrFromEast;
    }

    private static boolean isWest(Object node) {
        return node.toString().startsWith("west");
    }

    @Test
    void aRegionIsAGroupForRoutesAndSplitsAndARouteHasPrecedence() {
        LoadResult result = new TemporaryFiles(directory)
                .write("t.toml", "[scenario]\nname = \"s\"\nduration = \"10s\"\n" + REGIONS + """
                                [[routes]]
                                between = ["west", "west"]
                                latency = "1ms"
                                [[timeline]]
                                at = "5s"
                                do = "split"
                                groups = ["west", "east"]
                                """)
                .load("t.toml");

        assertThat(result.hasErrors()).isFalse();
        assertThat(requireNonNull(result.spec()).links())
                .filteredOn(link -> isWest(link.dialler()) && isWest(link.listener()))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.there().latency()).isEqualTo(Duration.ofMillis(1)));
        assertThat(requireNonNull(result.scenario()).steps().getFirst().actions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Action.Order.class,
                        order -> assertThat(order.command())
                                .isInstanceOfSatisfying(
                                        TestnetCommand.Split.class,
                                        split -> assertThat(split.partition().groups())
                                                .extracting(
                                                        group -> group.nodes().size())
                                                .containsExactly(8, 4)));
    }

    @Test
    void whatIsWrongWithRegionsIsToldWhereItStands() {
        assertProblems(
                """
                [testnet]
                [topology]
                shape = "regions"
                latency = [["20ms", "fast"], "80ms"]
                abroad = -1
                [[topology.regions]]
                nodes = 0
                """,
                "t.toml:2: error: topology: found no degree, expected degree = 8, the neighbours of a node",
                "t.toml:4: error: topology.latency: found \"fast\" in it, expected latencies such as \"20ms\", of 60s at the"
                        + " most",
                "t.toml:5: error: topology.abroad: found -1, expected a whole number from 0 to 99999",
                "t.toml:6: error: topology.regions[0]: found no name, expected name = \"europe\", say",
                "t.toml:7: error: topology.regions[0].nodes: found 0, expected a whole number from 1 to 100000");
        assertProblems(
                "[testnet]\n" + REGIONS.replace(", [\"80ms\", \"10ms\"]", ""),
                "t.toml:2: error: topology: The latencies of 2 regions are 2 rows of 2, from each region to each; found 1"
                        + " rows of [2]");
        assertProblems(
                "[testnet]\n" + REGIONS.replace("west", "all"),
                "t.toml:6: error: topology.regions: found a region called \"all\", which means every node; call it otherwise");
        assertProblems(
                "[testnet]\n" + REGIONS + "[[nodes]]\nname = \"west\"\n",
                "t.toml:15: error: nodes[0].name: found a node with the name of the group \"west\", expected another name"
                        + " for one of the two");
    }

    private void assertProblems(String text, String... problems) {
        assertThat(new TemporaryFiles(directory).write("t.toml", text).problems("t.toml"))
                .containsExactly(problems);
    }

    private TestnetSpec load(String text) {
        LoadResult result = new TemporaryFiles(directory).write("t.toml", text).load("t.toml");
        assertThat(result.problems()).isEmpty();
        return requireNonNull(result.spec());
    }
}
