package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.HealingClock.Turn;

/** Four nodes in a ring, a second between two looks. */
final class HealingClockTest {
    private static final long SECOND = 1_000_000_000L;

    private final HealingClock clock = new HealingClock();
    private long now = 100 * SECOND;

    private List<Turn> look(SnapshotFixtures fixtures) {
        now += SECOND;
        TestnetSnapshot snapshot = fixtures.build();
        return clock.look(
                now,
                snapshot.nodes().stream()
                        .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                        .toList(),
                snapshot.components());
    }

    private static SnapshotFixtures whole() {
        return SnapshotFixtures.ring(4);
    }

    private static SnapshotFixtures cut() {
        return whole().cutOff(Set.of("node1", "node2"));
    }

    private static SnapshotFixtures forked(SnapshotFixtures of) {
        return of.follows("node1", 1, 1).follows("node2", 1, 1);
    }

    @Test
    void theTimeFromBeingWholeToOneTipIsMeasured() {
        assertThat(look(whole())).isEmpty();
        assertThat(look(cut())).isEmpty();
        assertThat(look(forked(cut()))).containsExactly(Turn.CUT);
        assertThat(clock.cutNanos()).isEqualTo(102 * SECOND);
        assertThat(clock.healing()).isNull();
        assertThat(look(forked(whole()))).containsExactly(Turn.WHOLE);
        assertThat(clock.healing()).isEqualTo(new Healing(104 * SECOND, -1));
        assertThat(look(forked(whole()))).isEmpty();
        assertThat(look(whole())).containsExactly(Turn.ONE_TIP);
        assertThat(look(forked(whole()))).isEmpty();
        assertThat(clock.healing()).isEqualTo(new Healing(104 * SECOND, 106 * SECOND));
    }

    @Test
    void nodesThatAgreeAlreadyNeedNoTime() {
        look(whole());
        look(cut());
        look(cut());
        assertThat(look(whole())).containsExactly(Turn.WHOLE, Turn.ONE_TIP);
        assertThat(clock.healing()).isEqualTo(new Healing(now, now));
    }

    @Test
    void nodesThatHaveNotYetMetAreNotCut() {
        assertThat(look(SnapshotFixtures.nodes(4))).isEmpty();
        assertThat(look(cut())).isEmpty();
        assertThat(look(whole())).isEmpty();
        assertThat(clock.healing()).isNull();
    }

    @Test
    void nodesThatStopAndStartBetweenTwoLooksAreNotCut() {
        look(whole());
        whole().build().nodes().forEach(node -> clock.started(node.name()));
        assertThat(look(SnapshotFixtures.nodes(4))).isEmpty();
        assertThat(look(SnapshotFixtures.nodes(4))).isEmpty();
        assertThat(look(whole())).isEmpty();
    }

    @Test
    void aNodeThatNewlyStartsCutsNothing() {
        look(whole().state("node3", NodeSnapshot.State.STOPPED));
        SnapshotFixtures alone = whole().cutOff(Set.of("node3"));
        assertThat(look(alone)).isEmpty();
        assertThat(look(whole())).isEmpty();
    }

    @Test
    void aDroppedLinkThatLeavesAWayAroundCutsNothing() {
        look(whole());
        assertThat(look(whole().state("node1", "node2", LinkSnapshot.State.DROPPED)))
                .isEmpty();
        assertThat(look(whole())).isEmpty();
    }

    @Test
    void aBlackHoleCutsAsADroppedLinkDoes() {
        look(whole());
        SnapshotFixtures silent = whole().state("node1", "node2", LinkSnapshot.State.SILENT)
                .state("node2", "node3", LinkSnapshot.State.SILENT);
        look(silent);
        assertThat(look(silent)).containsExactly(Turn.CUT);
    }

    @Test
    void stoppedNodesAreAwaitedNeitherForBeingWholeNorForOneTip() {
        look(whole());
        look(cut());
        look(forked(cut()));
        SnapshotFixtures withoutTwo =
                forked(whole()).state("node1", NodeSnapshot.State.STOPPED).state("node2", NodeSnapshot.State.STOPPED);
        assertThat(look(withoutTwo)).containsExactly(Turn.WHOLE, Turn.ONE_TIP);
    }

    @Test
    void aNodeThatStartsMeanwhileWithAnEmptyChainIsNotAwaited() {
        look(whole().state("node4", NodeSnapshot.State.STOPPED));
        SnapshotFixtures apart = whole().cutOff(Set.of("node1")).state("node4", NodeSnapshot.State.STOPPED);
        look(apart);
        look(apart);
        SnapshotFixtures mended = whole().cutOff(Set.of("node4"));
        for (int i = 1; i <= 3; i++) {
            mended.follows("node" + i, 1, 1);
        }
        assertThat(look(mended)).containsExactly(Turn.WHOLE, Turn.ONE_TIP);
    }

    @Test
    void aBlinkThatTheNextLookNoLongerSeesIsNoCut() {
        look(whole());
        look(cut());
        assertThat(look(whole())).isEmpty();
        assertThat(clock.healing()).isNull();
    }

    @Test
    void whereAllHaveStoppedNothingIsCutOrHealed() {
        look(whole());
        look(cut());
        look(cut());
        SnapshotFixtures stopped = whole();
        for (int i = 1; i <= 4; i++) {
            stopped.state("node" + i, NodeSnapshot.State.STOPPED);
        }
        assertThat(look(stopped)).isEmpty();
        assertThat(look(cut())).isEmpty();
        assertThat(look(cut())).isEmpty();
        assertThat(look(whole())).isEmpty();
        assertThat(clock.healing()).isNull();
    }

    @Test
    void aSecondCutBeforeOneTipBeginsAnew() {
        look(whole());
        look(cut());
        look(cut());
        look(forked(whole()));
        look(cut());
        assertThat(look(cut())).containsExactly(Turn.CUT);
        assertThat(clock.healing()).isEqualTo(new Healing(now - 2 * SECOND, -1));
        assertThat(look(whole())).containsExactly(Turn.WHOLE, Turn.ONE_TIP);
        assertThat(clock.healing()).isEqualTo(new Healing(now, now));
    }
}
