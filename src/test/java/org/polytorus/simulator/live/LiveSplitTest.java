package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Three real nodes, split and healed by groups. */
class LiveSplitTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final LinkId ONE_TWO = LinkId.of(ONE, TWO);
    private static final LinkConditions SLOW = LinkConditions.ofLatency(Duration.ofMillis(20));
    private static final Partition WEST_EAST = new Partition(
            "p", List.of(new NodeGroup("west", List.of(ONE)), new NodeGroup("east", List.of(TWO, THREE))), false);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Testnet testnet = new LiveTestnetFactory()
            .start(new TestnetSpec(
                    "three",
                    4711,
                    List.of(QuietNodes.named("node1"), QuietNodes.named("node2"), QuietNodes.named("node3")),
                    List.of(
                            new LinkSpec(ONE, TWO, SLOW, LinkConditions.NONE),
                            LinkSpec.clean(ONE, THREE),
                            LinkSpec.clean(TWO, THREE))));

    @BeforeEach
    void whole() {
        awaitGroups(1);
    }

    @AfterEach
    void closed() {
        testnet.close();
    }

    @Test
    void healingGivesBackWhatWasAskedOfALinkBeforeAndDuringTheSplit() {
        done(new TestnetCommand.Split(WEST_EAST));
        awaitGroups(2);
        LinkConditions slower = LinkConditions.ofLatency(Duration.ofMillis(30));
        done(new TestnetCommand.SetConditions(ONE_TWO, ONE_TWO.from(TWO), slower));
        await().atMost(PATIENCE).until(() -> asked(TWO).equals(slower));
        assertThat(link().state()).isEqualTo(LinkSnapshot.State.SILENT);
        assertThat(asked(ONE)).isEqualTo(SLOW);

        done(new TestnetCommand.Heal("p"));
        awaitGroups(1);
        assertThat(asked(ONE)).isEqualTo(SLOW);
        assertThat(asked(TWO)).isEqualTo(slower);
    }

    @Test
    void nothingCrossesASplitAndEverythingDoesAfterIt() {
        done(new TestnetCommand.Split(WEST_EAST));
        done(new TestnetCommand.MineBlock(TWO));
        await().atMost(PATIENCE).until(() -> height(THREE) == 1);
        assertThat(height(ONE)).isZero();
        assertThat(testnet.snapshot().partitions()).singleElement().satisfies(partition -> {
            assertThat(partition.partition()).isEqualTo(WEST_EAST);
            assertThat(partition.cut()).containsExactly(ONE_TWO, LinkId.of(ONE, THREE));
        });
        assertThat(testnet.eventsAfter(0)).anyMatch(event -> event.text().equals("Split west | east: 2 links are cut"));

        done(new TestnetCommand.Heal(null));
        await().atMost(PATIENCE).until(() -> height(ONE) == 1);
        assertThat(testnet.snapshot().partitions()).isEmpty();
        assertThat(testnet.eventsAfter(0)).anyMatch(event -> event.text().startsWith("Healed west | east after "));
    }

    @Test
    void inOneWayTheOtherSideIsStillHeard() {
        done(new TestnetCommand.Split(new Partition("p", WEST_EAST.groups(), true)));
        LinkId link = LinkId.of(ONE, THREE);
        long arrived = delivered(link, link.from(THREE));
        long sent = delivered(link, link.from(ONE));
        done(new TestnetCommand.MineBlock(THREE));
        await().atMost(PATIENCE).until(() -> delivered(link, link.from(THREE)) > arrived);
        assertThat(delivered(link, link.from(ONE))).isEqualTo(sent);
    }

    @Test
    void clearingAllFaultsHealsEveryPartition() {
        done(new TestnetCommand.Split(WEST_EAST));
        awaitGroups(2);
        done(new TestnetCommand.ClearFaults());
        awaitGroups(1);
        assertThat(testnet.snapshot().partitions()).isEmpty();
    }

    @Test
    void whatCannotBeSplitOrHealedIsRefusedWithTheReason() {
        done(new TestnetCommand.Split(WEST_EAST));
        assertThat(submit(new TestnetCommand.Split(WEST_EAST)).message())
                .isEqualTo("There is a partition named p already. Heal it first, or choose another name.");
        assertThat(submit(new TestnetCommand.Heal("q")).message())
                .isEqualTo("There is no partition named q to heal. There are p.");
        NodeGroup nobody = new NodeGroup("nobody", List.of(new NodeName("node9")));
        Partition unknown =
                new Partition("u", List.of(nobody, WEST_EAST.groups().getFirst()), false);
        assertThat(submit(new TestnetCommand.Split(unknown)).message())
                .isEqualTo("The partition nobody | west names nodes that this testnet does not have: node9.");
    }

    @Test
    void howFastABlockCameToTheOthersIsMeasured() {
        done(new TestnetCommand.MineBlock(ONE));
        await().atMost(PATIENCE).until(() -> testnet.snapshot().propagation().arrivals() == 2);
        PropagationSnapshot seen = testnet.snapshot().propagation();
        assertThat(seen.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.miner()).isEqualTo(ONE));
        assertThat(seen.p90Nanos()).isBetween(1L, PATIENCE.toNanos());
    }

    private void awaitGroups(int count) {
        await().atMost(PATIENCE)
                .until(() -> testnet.snapshot().components().size() == count
                        && (count > 1
                                || testnet.snapshot().links().stream()
                                        .allMatch(link -> link.state() == LinkSnapshot.State.CONNECTED)));
    }

    private LinkSnapshot link() {
        return link(ONE_TWO);
    }

    private LinkSnapshot link(LinkId id) {
        return testnet.snapshot().links().stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LinkConditions asked(NodeName sender) {
        return link().side(ONE_TWO.from(sender)).requested();
    }

    private long delivered(LinkId id, Direction direction) {
        return link(id).side(direction).delivered();
    }

    private int height(NodeName name) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow()
                .height();
    }

    private void done(TestnetCommand command) {
        assertThat(submit(command)).extracting(CommandResult::done).isEqualTo(true);
    }

    private CommandResult submit(TestnetCommand command) {
        return Commands.submit(testnet, command);
    }
}
