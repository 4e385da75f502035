package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class SummariesTest {
    private static final TestnetSnapshot LINE = Snapshots.line("node1", "node2", "node3");

    @Test
    void nodesWithTheSameTipAreGroupedTheLargestGroupFirst() {
        List<RunSummary.Tip> tips = Summaries.tips(Snapshots.forked(LINE, "node2"));
        assertThat(tips).hasSize(2);
        assertThat(tips.getFirst().nodes()).containsExactly("node1", "node3");
        assertThat(tips.getLast().nodes()).containsExactly("node2");
    }

    @Test
    void endsThatCountTheSameAgree() {
        LinkEnds ends = LinkEnds.of(LINE);
        assertThat(ends.agree(link("node1", "node2"))).isTrue();
        assertThat(ends.agree(link("node1", "node3"))).isNull();
    }

    @Test
    void endThatLostItsPeerDisagrees() {
        LinkEnds ends = LinkEnds.of(Snapshots.failing(LINE, "node3", "gone"));
        assertThat(ends.agree(link("node2", "node3"))).isFalse();
    }

    @Test
    void linkThatWasSeenAtRestAgreesThoughNewMessagesAreUnderWay() {
        TestnetSnapshot failing = Snapshots.failing(LINE, "node3", "gone");
        assertThat(LinkEnds.of(failing).allAgree(LINE.links())).isFalse();
        Set<LinkId> rested = Set.of(link("node2", "node3"));
        assertThat(LinkEnds.of(failing).seenAtRest(rested).allAgree(LINE.links()))
                .isTrue();
    }

    @Test
    void summaryTellsMeasuredTimesOnlyWhenThereAreSome() {
        RunSummary summary =
                Summaries.of(LINE, 1, Duration.ofSeconds(2), true, LinkEnds.of(LINE), 5, List.of(), null, null, null);
        assertThat(summary.seconds()).isEqualTo(2.0);
        assertThat(summary.nodes().getFirst().peers().getFirst().roundTripMillis())
                .isEqualTo(400.0);
        assertThat(summary.links().getFirst().aToB().measured().delayMillis()).isNull();
    }

    @Test
    void summaryTellsThePoolTheBlacklistAndTheQueues() {
        RunSummary summary =
                Summaries.of(LINE, 1, Duration.ofSeconds(2), true, LinkEnds.of(LINE), 5, List.of(), null, null, null);
        RunSummary.Node node = summary.nodes().getFirst();
        assertThat(node.pool().failed()).containsExactly(new RunSummary.Failed("127.0.0.1:9", null, "refused", 2, 0.0));
        assertThat(node.blacklist()).singleElement().satisfies(entry -> {
            assertThat(entry.address()).isEqualTo("127.0.0.1:8099");
            assertThat(entry.remainingSeconds()).as("it has no end").isNull();
        });
        assertThat(SummaryJson.of(summary))
                .contains("\"next_try_seconds\"", "\"blacklist\"", "\"remaining_seconds\"", "\"away\"")
                .contains("\"queue_stats\"", "\"critical_queue_size\"", "\"failed_connections\"");
    }

    @Test
    void summaryTellsWhoSuspectsACutAndHowTheLastOneHealed() {
        long now = LINE.epochNanos();
        TestnetSnapshot cut = PartitionFixtures.suspecting(LINE, "node2", now - 400_000_000L, "2 of 2 peers were lost");
        TestnetSnapshot healed = PartitionFixtures.healed(cut, new Healing(now - 900_000_000L, now - 300_000_000L));
        RunSummary summary = Summaries.of(
                healed, 1, Duration.ofSeconds(2), true, LinkEnds.of(healed), 5, List.of(), null, null, null);
        assertThat(SummaryText.of(summary))
                .contains("node2 may be cut off, for 0 s: 2 of 2 peers were lost")
                .contains("Healing: one tip 0.6 s after the network was whole again");
        assertThat(SummaryJson.of(summary).replaceAll("\\s+", " "))
                .contains("\"suspicion\" : { \"seconds\" : 0.4, \"evidence\" : [ \"2 of 2 peers were lost\" ] }")
                .contains("\"healing\" : { \"seconds_since_whole\" : 0.9, \"seconds_to_one_tip\" : 0.6 }");
    }

    @Test
    void summaryTellsTheShapeOfTheNetworkInOneLineAndItsWeakSpots() {
        RunSummary summary =
                Summaries.of(LINE, 1, Duration.ofSeconds(2), true, LinkEnds.of(LINE), 5, List.of(), null, null, null);

        assertThat(SummaryText.of(summary))
                .contains("Graph: diameter 2, mean degree 1.3 (1 to 2), clustering 0.00, 2 bridges,"
                        + " 1 node whose loss splits it");
        assertThat(SummaryJson.of(summary).replaceAll("\\s+", " "))
                .contains("\"graph\" : { \"diameter\" : 2, \"diameter_exact\" : true,")
                .contains("\"articulation_points\" : [ \"node2\" ]");
    }

    @Test
    void summaryListsTheFirstHundredOfVeryManyNodes() {
        TestnetSnapshot many = Snapshots.line(
                IntStream.rangeClosed(1, 201).mapToObj(i -> "node" + i).toArray(String[]::new));
        RunSummary summary =
                Summaries.of(many, 1, Duration.ofSeconds(2), true, LinkEnds.of(many), 5, List.of(), null, null, null);

        assertThat(SummaryText.of(summary))
                .contains("  and 101 more nodes: --json has them all")
                .anyMatch(line -> line.startsWith("  node100 "))
                .noneMatch(line -> line.startsWith("  node101 "));
    }

    @Test
    void ratesAreTakenBetweenTwoSnapshots() {
        Rates rates = new Rates();
        assertThat(rates.next(LINE).messagesPerSecond()).isZero();
        TestnetSnapshot later = Snapshots.later(LINE, new NetworkStats(0, 0, 10, 20, 500, 0, 0, 0));
        Rates.Reading reading = rates.next(later);
        assertThat(reading.messagesPerSecond()).isEqualTo(10);
        assertThat(reading.bytesPerSecond()).isEqualTo(500);
        assertThat(reading.of(new NodeName("node1"))).isEqualTo(30);
        assertThat(rates.next(later)).isEqualTo(reading);
    }

    private static LinkId link(String one, String other) {
        return LinkId.of(new NodeName(one), new NodeName(other));
    }
}
