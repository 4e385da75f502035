package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.NodeName;

class RegionsTest {
    private static final Region WEST = new Region("west", 40, mbit(5), mbit(25), 0.01);
    private static final Region EAST = new Region("east", 10, mbit(8), null, 0);

    @Test
    void aLinkHasTheLatencyOfTheMatrixTheNarrowestLineAndTheLossOfBothEnds() {
        LinkConditions there = regions(4, OptionalInt.of(2)).conditions(0, 1);
        assertThat(there.latency()).isEqualTo(Duration.ofMillis(70));
        assertThat(there.jitter()).isEqualTo(Jitter.normal(Duration.ofMillis(7)));
        assertThat(there.bandwidth()).as("upload in the west").isEqualTo(mbit(5));
        assertThat(there.loss()).isCloseTo(0.01, within(1e-12));

        LinkConditions back = regions(4, OptionalInt.of(2)).conditions(1, 0);
        assertThat(back.latency()).isEqualTo(Duration.ofMillis(90));
        assertThat(back.bandwidth()).as("what lines abroad carry").isEqualTo(mbit(6));

        LinkConditions within = regions(4, OptionalInt.of(2)).conditions(1, 1);
        assertThat(within.bandwidth()).as("no line abroad").isEqualTo(mbit(8));
        assertThat(within.loss()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4,0", "4,1", "4,2", "5,2", "8,8", "3,-1", "8,-1"})
    void nodesHaveAsManyLinksAsAskedAndAsManyOfThemAbroad(int degree, int asked) {
        OptionalInt abroad = asked < 0 ? OptionalInt.empty() : OptionalInt.of(asked);
        Regions regions = new Regions(
                List.of(new Region("a", 200, null, null, 0), new Region("b", 200, null, null, 0)),
                latencies(),
                0,
                Jitter.Shape.UNIFORM,
                null,
                degree,
                abroad,
                1);
        List<LinkSpec> links = regions.links(4711);

        assertThat(Components.of(
                        regions.names(), links.stream().map(LinkSpec::id).toList()))
                .as("all are connected")
                .hasSize(1);
        assertThat(links.stream().map(LinkSpec::id).distinct().count()).isEqualTo(links.size());
        // Joining the parts of what was drawn adds a few.
        assertThat(2.0 * links.size() / 400).isBetween((double) degree, degree + 0.1);
        long crossing = links.stream()
                .filter(link -> link.dialler().value().charAt(0)
                        != link.listener().value().charAt(0))
                .count();
        double expected = asked < 0 ? degree / 2.0 : asked;
        assertThat(2.0 * crossing / 400).isCloseTo(expected, within(asked < 0 ? 0.4 : 0.1));
        assertThat(regions.links(4711)).isEqualTo(links);
        assertThat(regions.links(4712)).isNotEqualTo(links);
    }

    @Test
    void whoIsNotReachableOnlyDials() {
        Regions regions = new Regions(
                List.of(new Region("a", 300, null, null, 0), new Region("b", 100, null, null, 0)),
                latencies(),
                0,
                Jitter.Shape.UNIFORM,
                null,
                8,
                OptionalInt.empty(),
                0.25);
        List<NodeName> reachable = regions.reachableNodes();
        List<LinkSpec> links = regions.links(4711);

        assertThat(reachable).hasSize(100).contains(new NodeName("a75"), new NodeName("b25"));
        assertThat(reachable).doesNotContain(new NodeName("a76"), new NodeName("b26"));
        assertThat(links).allMatch(link -> reachable.contains(link.listener()));
        assertThat(links).hasSizeBetween(1_600, 1_610);
        // Each dials four, and is dialled by as many as there are nodes for each that may be.
        double ofReachable = reachable.stream()
                .mapToLong(node -> links.stream()
                        .filter(link ->
                                link.dialler().equals(node) || link.listener().equals(node))
                        .count())
                .average()
                .orElseThrow();
        assertThat(ofReachable).isCloseTo(4 + 16, within(0.5));
    }

    @Test
    void whoIsLeftAloneByChanceDialsSomebodyWhoMayBeDialled() {
        Regions sparse = new Regions(
                List.of(new Region("a", 30, null, null, 0), new Region("b", 30, null, null, 0)),
                latencies(),
                0,
                Jitter.Shape.UNIFORM,
                null,
                1,
                OptionalInt.empty(),
                0.1);
        List<LinkSpec> links = sparse.links(4711);

        assertThat(links).allMatch(link -> sparse.reachableNodes().contains(link.listener()));
        assertThat(Components.of(
                        sparse.names(), links.stream().map(LinkSpec::id).toList()))
                .hasSize(1);
    }

    @Test
    void whatIsDescribedOtherwiseKeepsItsConditions() {
        LinkSpec described = new LinkSpec(
                new NodeName("west1"),
                new NodeName("east1"),
                LinkConditions.ofLatency(Duration.ofMillis(1)),
                LinkConditions.NONE);
        LinkSpec stranger = LinkSpec.clean(new NodeName("west1"), new NodeName("elsewhere"));

        assertThat(regions(4, OptionalInt.empty()).conditioned(List.of(described, stranger)))
                .containsExactly(described, stranger);
    }

    @Test
    void aGeneratedTestnetHasTheNodesOfItsRegionsAndTheirLines() {
        TestnetSpec spec = GeneratedTestnet.of("two", regions(4, OptionalInt.of(1)), 1);

        assertThat(spec.nodes()).hasSize(50);
        assertThat(spec.nodes().getLast().name()).hasToString("east10");
        assertThat(spec.links())
                .allSatisfy(link -> assertThat(link.there().latency()).isPositive());
        assertThat(regions(4, OptionalInt.empty()).groups())
                .extracting(NodeGroup::name)
                .containsExactly("west", "east");
    }

    @Test
    void aSmallRegionIsAFullMeshAndNoMore() {
        Regions alone = new Regions(
                List.of(new Region("a", 3, null, null, 0)),
                List.of(List.of(Duration.ZERO)),
                0,
                Jitter.Shape.UNIFORM,
                null,
                50,
                OptionalInt.empty(),
                1);
        assertThat(alone.links(1)).hasSize(3);
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        Region one = new Region("a", 11, null, null, 0);
        assertRefused(regions(0, OptionalInt.empty()), "Nodes have at least 1 neighbour");
        assertRefused(regions(2, OptionalInt.of(3)), "Of 2 neighbours 0 to 2 live in other regions; found 3");
        assertRefused(of(List.of(WEST, WEST)), "Every region has a name of its own; found west twice");
        assertRefused(of(List.of(WEST)), "The latencies of 1 regions are 1 rows of 1");
        assertRefused(of(List.of()), "1 to 64 of them; found 0");
        assertRefused(of(List.of(one, new Region("a1", 1, null, null, 0))), "Two regions give the same name to a node");
        assertRefused(of(List.of(one, new Region(" ", 1, null, null, 0))), "The name of a region begins");
        assertRefused(of(List.of(one, new Region("b", 0, null, null, 0))), "at least one node; found 0 in b");
        assertRefused(of(List.of(one, new Region("b", 100_000, null, null, 0))), "at most 100000 nodes; found 100011");
    }

    private static void assertRefused(Regions regions, String reason) {
        assertThat(regions.problem()).contains(reason);
        assertThatIllegalArgumentException().isThrownBy(() -> regions.links(1)).withMessageContaining(reason);
    }

    private static Regions of(List<Region> regions) {
        return new Regions(regions, latencies(), 0, Jitter.Shape.UNIFORM, null, 4, OptionalInt.empty(), 1);
    }

    private static Regions regions(int degree, OptionalInt abroad) {
        return new Regions(List.of(WEST, EAST), latencies(), 0.1, Jitter.Shape.NORMAL, mbit(6), degree, abroad, 1);
    }

    private static List<List<Duration>> latencies() {
        return List.of(
                List.of(Duration.ofMillis(20), Duration.ofMillis(70)),
                List.of(Duration.ofMillis(90), Duration.ofMillis(10)));
    }

    private static Bandwidth mbit(int rate) {
        return new Bandwidth(rate * 1_000_000L);
    }
}
