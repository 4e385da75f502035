package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.QualityStats.Kind;
import org.polytorus.simulator.wire.Message;

/** What a node decides by the scores of its peers, and what it leaves alone when that is switched off. */
final class QualityOfServiceTest {
    private static final Duration FAST = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(1_500);
    private static final Hash BLOCK = new Hash(1, 2, 3, 4);

    private static Crowd on() {
        return new Crowd(VirtualNetwork.quiet());
    }

    private static Crowd off() {
        return new Crowd(VirtualNetwork.quiet().but().qualityOfService(false).build());
    }

    private static long requests(Crowd.Member member) {
        return member.heard().stream()
                .filter(Message.BlockRequest.class::isInstance)
                .count();
    }

    private static long transactions(Crowd.Member member) {
        return member.heard().stream()
                .filter(Message.TransactionAnnouncement.class::isInstance)
                .count();
    }

    private static void sendTransactions(Crowd crowd, int count) {
        for (int i = 0; i < count; i++) {
            crowd.give(new Input.SendTransaction("alice", "bob", 1 + i));
        }
        crowd.runFor(Duration.ZERO);
    }

    @Test
    void aFastPeerScoresHigherThanASlowOneAndOneThatDoesNotAnswerTheLeast() {
        Crowd crowd = on();
        Crowd.Member fast = crowd.joins(1, FAST);
        Crowd.Member slow = crowd.joins(2, SLOW);
        Crowd.Member silent = crowd.joins(3, null);
        assertThat(fast.points()).as("nothing is known yet").isEqualTo(-1);
        crowd.runFor(Duration.ofMinutes(1));
        assertThat(fast.points()).isGreaterThan(90);
        assertThat(slow.points()).isBetween(10, 40);
        assertThat(silent.points()).isLessThan(slow.points());
    }

    @Test
    void scoresAreMeasuredThoughTheyDecideNothing() {
        Crowd crowd = off();
        Crowd.Member slow = crowd.joins(1, SLOW);
        crowd.runFor(Duration.ofMinutes(1));
        assertThat(slow.points()).isBetween(10, 40);
        assertThat(crowd.quality().enabled()).isFalse();
        assertThat(crowd.quality().decisions()).isEmpty();
    }

    @Test
    void aGoodPeerIsSentTwiceAsMuchAtOnceAndASilentOneAQuarter() {
        Crowd crowd = on();
        Crowd.Member good = crowd.joins(1, FAST);
        Crowd.Member silent = crowd.joins(2, null);
        crowd.runFor(Duration.ofSeconds(90));
        transactions(good);
        transactions(silent);
        sendTransactions(crowd, 100);
        assertThat(transactions(good)).isEqualTo(40);
        assertThat(transactions(silent)).isEqualTo(5);
        assertThat(crowd.quality().counts()).containsKey(Kind.RATE_LIMIT);
        assertThat(crowd.decided())
                .as("only limits that were cut are told")
                .isNotEmpty()
                .allMatch(told -> told.decision().peer().equals(silent.id));
    }

    @Test
    void switchedOffAllPeersAreSentTheSameAtOnce() {
        Crowd crowd = on();
        Crowd.Member good = crowd.joins(1, FAST);
        Crowd.Member silent = crowd.joins(2, null);
        crowd.runFor(Duration.ofSeconds(90));
        crowd.give(new Input.SetQualityOfService(false));
        crowd.runFor(Duration.ofSeconds(1));
        transactions(good);
        transactions(silent);
        sendTransactions(crowd, 100);
        assertThat(transactions(good)).isEqualTo(20);
        assertThat(transactions(silent)).isEqualTo(20);
    }

    @Test
    void fullBlocksGoToTheFiveBestOfThoseThatNeverAsk() {
        for (boolean isOn : new boolean[] {true, false}) {
            Crowd crowd = isOn ? on() : off();
            Crowd.Member silent = crowd.joins(1, null, NodeType.POLYTORUS);
            List<Crowd.Member> good = new ArrayList<>();
            IntStream.rangeClosed(2, 6).forEach(number -> good.add(crowd.joins(number, FAST, NodeType.POLYTORUS)));
            crowd.runFor(Duration.ofMinutes(1));
            crowd.give(new Input.MineBlock());
            crowd.runFor(Duration.ofSeconds(1));
            assertThat(silent.heard().stream().anyMatch(Message.BlockData.class::isInstance))
                    .as("sent to the silent one, which has the lowest id, with scores %s", isOn)
                    .isEqualTo(!isOn);
            assertThat(good.getLast().heard().stream().anyMatch(Message.BlockData.class::isInstance))
                    .isEqualTo(isOn);
            assertThat(crowd.quality().counts().containsKey(Kind.LEFT_OUT)).isEqualTo(isOn);
        }
    }

    @Test
    void aGoodPeerIsToldBeforeAPoorOneAndThatIsNotedOnce() {
        Crowd crowd = on();
        crowd.joins(1, null);
        Crowd.Member good = crowd.joins(2, FAST);
        crowd.runFor(Duration.ofMinutes(3));
        assertThat(crowd.quality().counts()).containsEntry(Kind.FAN_OUT, 1L);
        assertThat(crowd.quality().decisions())
                .anyMatch(decision ->
                        decision.kind() == Kind.FAN_OUT && decision.peer().equals(good.id));
    }

    @Test
    void whatAPoorPeerAnnouncesFirstIsAskedOfAGoodOneThatAnnouncesItSoonAfter() {
        Crowd crowd = on();
        Crowd.Member poor = crowd.joins(1, null);
        Crowd.Member good = crowd.joins(2, FAST);
        crowd.runFor(Duration.ofMinutes(1));
        requests(poor);
        requests(good);
        poor.announces(BLOCK);
        crowd.runFor(Duration.ofMillis(299));
        assertThat(requests(poor)).isZero();
        good.announces(BLOCK);
        crowd.runFor(Duration.ZERO);
        assertThat(requests(good)).isEqualTo(1);
        assertThat(requests(poor)).isZero();
        assertThat(crowd.quality().counts()).containsEntry(Kind.HELD_BACK, 1L).containsEntry(Kind.ASKED_RATHER, 1L);
    }

    @Test
    void whatOnlyAPoorPeerHasIsAskedOfItAfterThreeTenthsOfASecond() {
        Crowd crowd = on();
        Crowd.Member poor = crowd.joins(1, null);
        crowd.runFor(Duration.ofMinutes(1));
        requests(poor);
        poor.announces(BLOCK);
        crowd.runFor(Duration.ofMillis(300));
        assertThat(requests(poor)).isEqualTo(1);
    }

    @Test
    void switchedOffWhoeverAnnouncesFirstIsAskedAtOnce() {
        Crowd crowd = off();
        Crowd.Member poor = crowd.joins(1, null);
        crowd.runFor(Duration.ofMinutes(1));
        requests(poor);
        poor.announces(BLOCK);
        crowd.runFor(Duration.ZERO);
        assertThat(requests(poor)).isEqualTo(1);
    }

    @Test
    void ifTheFirstDoesNotAnswerTheBestOfTheOthersIsAskedAndSoonerThanWithoutScores() {
        for (boolean isOn : new boolean[] {true, false}) {
            Crowd crowd = isOn ? on() : off();
            Crowd.Member first = crowd.joins(1, FAST);
            Crowd.Member slow = crowd.joins(2, SLOW);
            Crowd.Member good = crowd.joins(3, FAST);
            crowd.runFor(Duration.ofMinutes(1));
            int before = first.points();
            first.announces(BLOCK);
            slow.announces(BLOCK);
            good.announces(BLOCK);
            crowd.runFor(Duration.ofMillis(1_100));
            assertThat(requests(good)).as("with scores %s", isOn).isEqualTo(isOn ? 1 : 0);
            crowd.runFor(Duration.ofSeconds(9));
            assertThat(requests(first)).isEqualTo(1);
            assertThat(requests(slow)).isEqualTo(1);
            assertThat(first.points()).as("it left a request unanswered").isLessThan(before);
        }
    }
}
