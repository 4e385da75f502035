package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

class TopologyTest {

    @ParameterizedTest
    @EnumSource
    void everyShapeOfEverySizeIsConnectedAndHasNoLinkTwice(Topology topology) {
        for (int nodes = 1; nodes <= 40; nodes++) {
            for (int degree = 1; degree < (topology.needsDegree() ? nodes : 2); degree++) {
                if (topology.problem(nodes, degree) == null) {
                    assertSound(topology, nodes, degree);
                }
            }
        }
    }

    private static void assertSound(Topology topology, int nodes, int degree) {
        List<NodeName> names = GeneratedTestnet.names(nodes);
        List<LinkSpec> links = topology.links(names, degree, 4711);
        List<LinkId> ids = links.stream().map(LinkSpec::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Components.of(names, ids))
                .describedAs(topology + " " + nodes)
                .hasSize(1);
        assertThat(links).allMatch(link -> names.indexOf(link.dialler()) > names.indexOf(link.listener()));
        assertThat(topology.links(names, degree, 4711)).isEqualTo(links);
    }

    @ParameterizedTest
    @CsvSource({"2,1", "4,3", "5,2", "12,3", "50,4", "51,4", "60,2", "99,50", "100,51", "200,199", "1000,2", "1000,40"})
    void everyNodeOfARandomRegularGraphHasItsDegreeAndAllAreConnected(int nodes, int degree) {
        for (long seed = 0; seed < 5; seed++) {
            List<NodeName> names = GeneratedTestnet.names(nodes);
            List<LinkSpec> links = Topology.RANDOM_REGULAR.links(names, degree, seed);
            assertThat(degrees(links))
                    .hasSize(nodes)
                    .allSatisfy((_, found) -> assertThat(found).isEqualTo(degree));
            assertThat(Components.of(names, links.stream().map(LinkSpec::id).toList()))
                    .hasSize(1);
        }
    }

    @Test
    void anotherSeedDrawsAnotherRandomGraph() {
        List<NodeName> names = GeneratedTestnet.names(20);
        assertThat(Topology.RANDOM_REGULAR.links(names, 3, 1)).isNotEqualTo(Topology.RANDOM_REGULAR.links(names, 3, 2));
    }

    /** Written down once, so that a run on another day or machine is compared, not only two calls of one run. */
    @Test
    void aSeedDrawsTheSameGraphOnEveryMachine() {
        List<String> links = Topology.RANDOM_REGULAR.links(GeneratedTestnet.names(8), 3, 4711).stream()
                .map(link -> link.id().toString())
                .toList();
        assertThat(links)
                .containsExactly(
                        "node1–node3",
                        "node2–node3",
                        "node1–node4",
                        "node2–node5",
                        "node4–node5",
                        "node2–node6",
                        "node1–node7",
                        "node4–node7",
                        "node6–node7",
                        "node3–node8",
                        "node5–node8",
                        "node6–node8");
    }

    @ParameterizedTest
    @CsvSource({"RANDOM,4", "SMALL_WORLD,4", "SCALE_FREE,4"})
    void randomShapesHaveTheAskedMeanDegree(Topology shape, int degree) {
        for (long seed = 0; seed < 5; seed++) {
            List<LinkSpec> links = shape.links(GeneratedTestnet.names(200), degree, seed);
            // A scale-free graph begins with fewer; joining the parts of a random one adds some.
            assertThat(2.0 * links.size() / 200).isBetween(degree - 0.1, degree + 0.3);
        }
    }

    @Test
    void fewNodesOfAScaleFreeGraphHaveManyLinksAndThoseOfARandomOneAreAlike() {
        List<NodeName> names = GeneratedTestnet.names(500);
        int ofHub =
                Collections.max(degrees(Topology.SCALE_FREE.links(names, 4, 1)).values());
        int ofRandom =
                Collections.max(degrees(Topology.RANDOM.links(names, 4, 1)).values());

        assertThat(ofHub).isGreaterThan(3 * ofRandom);
    }

    @Test
    void shortcutsMakeTheWaysOfASmallWorldShorterThanAroundItsCircle() {
        List<NodeName> names = GeneratedTestnet.names(200);
        GraphMeasures small = measures(names, Topology.SMALL_WORLD.links(names, 4, 1));
        GraphMeasures random = measures(names, Topology.RANDOM.links(names, 4, 1));

        // Around a circle of 200 with neighbours two steps away it would be 50.
        assertThat(small.diameter()).isLessThan(25);
        assertThat(small.clustering()).isGreaterThan(5 * random.clustering());
    }

    private static GraphMeasures measures(List<NodeName> names, List<LinkSpec> links) {
        return GraphMeasures.of(names, links.stream().map(LinkSpec::id).toList());
    }

    @Test
    void aGridIsAsSquareAsItsNumberAllows() {
        assertThat(Topology.GRID.links(GeneratedTestnet.names(5), 0, 0))
                .containsExactly(
                        link("node2", "node1"),
                        link("node3", "node2"),
                        link("node4", "node1"),
                        link("node5", "node2"),
                        link("node5", "node4"));
    }

    @Test
    void everyNodeOfATreeDialsItsParent() {
        assertThat(Topology.TREE.links(GeneratedTestnet.names(6), 2, 0))
                .containsExactly(
                        link("node2", "node1"),
                        link("node3", "node1"),
                        link("node4", "node2"),
                        link("node5", "node2"),
                        link("node6", "node3"));
    }

    @Test
    void theLeavesOfAStarDialItsHub() {
        assertThat(Topology.STAR.links(GeneratedTestnet.names(3), 0, 0))
                .containsExactly(link("node2", "node1"), link("node3", "node1"));
    }

    @Test
    void aRingIsClosedByItsLastNode() {
        assertThat(Topology.RING.links(GeneratedTestnet.names(3), 0, 0))
                .containsExactly(link("node2", "node1"), link("node3", "node1"), link("node3", "node2"));
    }

    @Test
    void aLineOfOneNodeHasNoLink() {
        assertThat(Topology.LINE.links(GeneratedTestnet.names(1), 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RING           |    2 | 0  | Ring takes 3 to 100000 nodes; found 2",
                "STAR           |100001| 0  | Star takes 1 to 100000 nodes; found 100001",
                "LINE           |    0 | 0  | Line takes 1 to 100000 nodes; found 0",
                "FULL_MESH      | 1500 | 0  | Full mesh of 1500 nodes has 1124250 links; at most 1000000 fit. Take fewer nodes or another shape",
                "RANDOM_REGULAR |    5 | 3  | 5 nodes cannot have 3 neighbours each, since every link has two ends; make one of the two numbers even",
                "RANDOM_REGULAR |    6 | 6  | 6 nodes can have 2 to 5 neighbours each and be connected; found 6",
                "RANDOM_REGULAR |    6 | 1  | 6 nodes can have 2 to 5 neighbours each and be connected; found 1",
                "TREE           |    6 | 0  | Nodes of a tree have 1 to 6 children; found 0",
                "RANDOM         |    6 | 6  | 6 nodes have on average 1 to 5 neighbours; found 6",
                "SMALL_WORLD    |    6 | 3  | Small world needs an even degree, since half of a node's links are its own and half the others'; found 3",
                "SCALE_FREE     |    6 | 5  | 6 nodes of this shape have 2 to 4 neighbours; found 5",
                "RANDOM_REGULAR |    6 | -2 | 6 nodes can have 2 to 5 neighbours each and be connected; found -2",
            })
    void anImpossibleSizeIsRefusedWithTheReason(Topology topology, int nodes, int degree, String reason) {
        assertThat(topology.problem(nodes, degree)).isEqualTo(reason);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedTestnet.of("refused", topology, nodes, degree, 1))
                .withMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({"RING,0", "TREE,3", "RANDOM_REGULAR,8", "RANDOM,8", "SMALL_WORLD,8", "SCALE_FREE,8"})
    void tenThousandNodesAreDrawnForVirtualTime(Topology topology, int degree) {
        TestnetSpec spec = GeneratedTestnet.of("large", topology, 10_000, degree, 1);

        assertThat(Components.of(
                        spec.nodes().stream().map(NodeSpec::name).toList(),
                        spec.links().stream().map(LinkSpec::id).toList()))
                .hasSize(1);
        assertThat(spec.socketProblem())
                .startsWith("large has 10,000 nodes; on sockets at most 1,000 fit, since each takes a port.")
                .contains("run FILE --virtual");
    }

    @Test
    void manyLinksAreTooManyForSocketsThoughTheNodesAreFew() {
        assertThat(GeneratedTestnet.of("mesh", Topology.FULL_MESH, 300, 0, 1).socketProblem())
                .startsWith(
                        "mesh has 44,850 links; on sockets at most 20,000 fit, since each takes two file descriptors.");
        assertThat(GeneratedTestnet.of("mesh", Topology.FULL_MESH, 200, 0, 1).socketProblem())
                .isNull();
    }

    private static LinkSpec link(String dialler, String listener) {
        return LinkSpec.clean(new NodeName(dialler), new NodeName(listener));
    }

    private static Map<NodeName, Integer> degrees(List<LinkSpec> links) {
        Map<NodeName, Integer> degrees = new TreeMap<>();
        for (LinkSpec link : links) {
            degrees.merge(link.dialler(), 1, Integer::sum);
            degrees.merge(link.listener(), 1, Integer::sum);
        }
        return degrees;
    }
}
