package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** What a node knows of the connections among its peers. */
final class NeighbourMapTest {
    private static final long NOW = 1_750_000_000L;
    private static final PeerId SELF = new PeerId(0, 1);
    private static final PeerId A = new PeerId(0, 10);
    private static final PeerId B = new PeerId(0, 11);
    private static final PeerId BETWEEN = new PeerId(0, 12);

    private final NeighbourMap map = new NeighbourMap(SELF);

    private static PeerInfo seen(PeerId peer, long atSeconds) {
        return new PeerInfo(peer, Endpoint.loopback(1), atSeconds, 0, NodeType.OURS);
    }

    private boolean isReachable(PeerId peer, long now) {
        return map.isReachableWithoutUs(peer, List.of(A, B), now);
    }

    @Test
    void withoutAWordNobodyIsReachable() {
        assertThat(isReachable(A, NOW)).isFalse();
    }

    @Test
    void oneSideOfAConnectionIsEnough() {
        map.told(B, List.of(seen(A, NOW)), NOW);
        assertThat(isReachable(A, NOW)).isTrue();
        assertThat(isReachable(B, NOW)).isTrue();
    }

    @Test
    void aWayThroughThisNodeDoesNotCount() {
        map.told(A, List.of(seen(SELF, NOW)), NOW);
        map.told(B, List.of(seen(SELF, NOW)), NOW);
        assertThat(isReachable(A, NOW)).isFalse();
    }

    @Test
    void aWayOverSomebodyElseCounts() {
        map.told(A, List.of(seen(BETWEEN, NOW)), NOW);
        assertThat(isReachable(A, NOW)).isFalse();
        map.told(B, List.of(seen(BETWEEN, NOW)), NOW);
        assertThat(isReachable(A, NOW)).isTrue();
    }

    @Test
    void whomThePeerHasNotJustSeenItKnowsFromHearsay() {
        map.told(A, List.of(seen(B, NOW - 6)), NOW);
        assertThat(isReachable(A, NOW)).isFalse();
        map.told(A, List.of(seen(B, NOW - 5)), NOW);
        assertThat(isReachable(A, NOW)).isTrue();
    }

    @Test
    void whatWasToldMoreThanTwoMinutesAgoProvesNothing() {
        map.told(A, List.of(seen(B, NOW)), NOW);
        assertThat(isReachable(A, NOW + 120)).isTrue();
        assertThat(isReachable(A, NOW + 121)).isFalse();
    }

    @Test
    void aTimeInTheFutureCountsAsNow() {
        map.told(A, List.of(seen(B, -1)), NOW);
        assertThat(isReachable(A, NOW + 120)).isTrue();
        assertThat(isReachable(A, NOW + 121)).isFalse();
    }

    @Test
    void whatALostPeerToldIsForgotten() {
        map.told(B, List.of(seen(A, NOW)), NOW);
        map.forget(B);
        assertThat(isReachable(A, NOW)).isFalse();
    }

    @Test
    void onlyTheFirstTwoHundredNeighboursOfAPeerAreRemembered() {
        List<PeerInfo> many = new ArrayList<>();
        for (int i = 0; i < NeighbourMap.MAX_NEIGHBOURS; i++) {
            many.add(seen(new PeerId(1, i), NOW));
        }
        map.told(A, many, NOW);
        map.told(A, List.of(seen(B, NOW)), NOW);
        assertThat(isReachable(A, NOW)).isFalse();
    }
}
