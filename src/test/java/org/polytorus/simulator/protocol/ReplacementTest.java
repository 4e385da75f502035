package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.QualityStats.Kind;
import org.polytorus.simulator.wire.Message;

/** Who has to go when a full node meets somebody new, and who never has to. */
final class ReplacementTest {
    private static final Duration FAST = Duration.ofMillis(20);

    private final Crowd crowd = new Crowd(VirtualNetwork.quiet(2));
    private final Crowd.Member poor = crowd.joins(1, null);
    private final Crowd.Member good = crowd.joins(2, FAST);

    private void pass(Duration span) {
        crowd.runFor(span);
    }

    @Test
    void aPeerThatHasBeenPoorForAMinuteGivesItsPlaceToANewcomer() {
        pass(Duration.ofSeconds(90));
        good.isConnectedWith(poor);
        Crowd.Member newcomer = crowd.joins(3, FAST);
        pass(Duration.ofSeconds(1));
        assertThat(crowd.peers()).containsExactly(good.id, newcomer.id);
        assertThat(poor.ended).isEqualTo(DisconnectReason.REPLACED);
        assertThat(crowd.quality().counts()).containsEntry(Kind.REPLACED, 1L);
        assertThat(crowd.core.view(0).stats().activeConnections()).isEqualTo(2);
        assertThat(crowd.core.view(0).stats().totalConnections()).isEqualTo(3);
        assertThat(crowd.core.view(0).away())
                .as("nothing is kept for the return of who was sent away")
                .isEmpty();
    }

    @Test
    void aNodeWithRoomLeftSendsNobodyAwayHoweverPoor() {
        Crowd roomy = new Crowd(VirtualNetwork.quiet(3));
        Crowd.Member weak = roomy.joins(1, null);
        Crowd.Member strong = roomy.joins(2, FAST);
        roomy.runFor(Duration.ofSeconds(90));
        strong.isConnectedWith(weak);
        Crowd.Member newcomer = roomy.joins(3, FAST);
        assertThat(roomy.peers()).containsExactly(weak.id, strong.id, newcomer.id);
    }

    @Test
    void theLastLinkToAPartOfTheNetworkIsNeverGivenUp() {
        pass(Duration.ofSeconds(90));
        Crowd.Member behindPoor = new Crowd(VirtualNetwork.quiet()).joins(7, FAST);
        Crowd.Member behindGood = new Crowd(VirtualNetwork.quiet()).joins(8, FAST);
        poor.isConnectedWith(behindPoor);
        good.isConnectedWith(behindGood);
        Crowd.Member newcomer = crowd.joins(3, FAST);
        assertThat(crowd.peers()).containsExactly(poor.id, good.id);
        assertThat(newcomer.ended).isEqualTo(DisconnectReason.TOO_MANY_PEERS);
    }

    @Test
    void aPeerThatTheOthersReachOverSomebodyInBetweenMayGo() {
        pass(Duration.ofSeconds(90));
        Crowd.Member between = new Crowd(VirtualNetwork.quiet()).joins(7, FAST);
        poor.isConnectedWith(between);
        good.isConnectedWith(between);
        crowd.joins(3, FAST);
        assertThat(poor.ended).isEqualTo(DisconnectReason.REPLACED);
    }

    @Test
    void aPeerOfWhomNobodyToldAnythingStays() {
        pass(Duration.ofSeconds(90));
        crowd.joins(3, FAST);
        assertThat(crowd.peers()).containsExactly(poor.id, good.id);
    }

    @Test
    void whatWasToldTwoMinutesAgoProvesNothingAnyMore() {
        Crowd patient = new Crowd(VirtualNetwork.quiet(2)
                .but()
                .peerTimeout(Duration.ofMinutes(10))
                .build());
        Crowd.Member weak = patient.joins(1, null);
        Crowd.Member strong = patient.joins(2, FAST);
        strong.isConnectedWith(weak);
        patient.runFor(Duration.ofSeconds(122));
        patient.joins(3, FAST);
        assertThat(patient.peers()).containsExactly(weak.id, strong.id);
    }

    @Test
    void aPeerThatIsPoorForLessThanAMinuteStays() {
        pass(Duration.ofSeconds(50));
        good.isConnectedWith(poor);
        assertThat(poor.points()).isBetween(0, 29);
        crowd.joins(3, FAST);
        assertThat(crowd.peers()).containsExactly(poor.id, good.id);
    }

    @Test
    void whoWasReplacedDoesNotTakeAnothersPlaceSoon() {
        pass(Duration.ofSeconds(90));
        good.isConnectedWith(poor);
        Crowd.Member newcomer = crowd.joins(3, null);
        pass(Duration.ofSeconds(100));
        good.isConnectedWith(newcomer);
        assertThat(newcomer.points()).isBetween(0, 29);
        Crowd.Member again = crowd.joinsAgain(poor);
        assertThat(again.ended).isEqualTo(DisconnectReason.TOO_MANY_PEERS);
        Crowd.Member other = crowd.joins(4, FAST);
        assertThat(crowd.peers()).containsExactly(good.id, other.id);
    }

    @Test
    void switchedOffAFullNodeTakesNobodyHoweverPoorItsPeersAre() {
        pass(Duration.ofSeconds(90));
        good.isConnectedWith(poor);
        crowd.give(new Input.SetQualityOfService(false));
        crowd.joins(3, FAST);
        assertThat(crowd.peers()).containsExactly(poor.id, good.id);
    }

    @Test
    void aFullNodeAsksItsPeersForTheirsEveryMinuteAndOneWithRoomDoesNot() {
        pass(Duration.ofSeconds(70));
        assertThat(good.heard())
                .filteredOn(new Message.PeerList(List.of())::equals)
                .hasSize(2);
        Crowd roomy = new Crowd(VirtualNetwork.quiet(3));
        Crowd.Member only = roomy.joins(1, FAST);
        roomy.runFor(Duration.ofSeconds(70));
        assertThat(only.heard()).filteredOn(Message.PeerList.class::isInstance).isEmpty();
    }
}
