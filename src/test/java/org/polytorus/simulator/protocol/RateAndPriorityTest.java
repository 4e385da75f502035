package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.wire.Message;

/** What one peer gets of many messages, when, and what the figures say about it. */
final class RateAndPriorityTest {
    private final Script script = Script.accepting().saysHandshake(NodeType.OURS);

    private void sendTransactions(int count) {
        script.sent();
        for (int i = 0; i < count; i++) {
            script.give(new Input.SendTransaction("alice", "bob", 1 + i));
        }
    }

    @Test
    void ofManyTransactionsTwentyGoAtOnceAndAHundredASecond() {
        sendTransactions(150);
        assertThat(script.sent()).hasSize(20);
        assertThat(script.view().queueStats().highQueueSize()).isEqualTo(130);
        assertThat(script.view().peers().getFirst().queued()).isEqualTo(130);
        script.pass(Duration.ofSeconds(1));
        assertThat(script.sent()).hasSizeBetween(99, 101);
        script.pass(Duration.ofSeconds(1));
        assertThat(script.view().queueStats().highQueueSize()).isZero();
    }

    @Test
    void aBlockOvertakesTheTransactionsThatWait() {
        sendTransactions(150);
        script.sent();
        script.give(new Input.MineBlock());
        assertThat(script.sent()).extracting(Message::kind).containsExactly(MessageKind.BLOCK_ANNOUNCEMENT);
    }

    @Test
    void aPingIsAnsweredThoughTransactionsWait() {
        sendTransactions(150);
        script.sent();
        script.says(new Message.Ping(77, 1));
        assertThat(script.sent()).extracting(Message::kind).containsExactly(MessageKind.PONG);
    }

    @Test
    void moreThanTheQueueHoldsIsDroppedAndCounted() {
        sendTransactions(1_100);
        QueueStats stats = script.view().queueStats();
        assertThat(stats.highQueueSize()).isEqualTo(1_000);
        assertThat(stats.totalMessagesDropped()).isEqualTo(80);
        assertThat(script.view().peers().getFirst().dropped()).isEqualTo(80);
    }

    @Test
    void whatHasWaitedForFiveMinutesExpiresWhetherItsPeerIsCongestedOrAway() {
        script.give(new Input.Congestion(Script.CONNECTION, true));
        sendTransactions(30);
        for (int i = 0; i < 6; i++) {
            script.pass(Duration.ofSeconds(51)).says(new Message.Ping(i, 0));
        }
        // The node's own pings go unanswered, so that after two minutes the peer is away, and its messages are kept.
        assertThat(script.view().messagesExpired()).isEqualTo(30);
        assertThat(script.view().queueStats().highQueueSize()).isZero();
    }

    @Test
    void theFiguresOfTheQueuesAreTrue() {
        QueueStats before = script.view().queueStats();
        sendTransactions(70);
        script.pass(Duration.ofSeconds(5));
        NodeView view = script.view();
        QueueStats after = view.queueStats();
        assertThat(after.totalMessagesProcessed()).isEqualTo(view.stats().messagesSent());
        long more = after.totalMessagesProcessed() - before.totalMessagesProcessed();
        assertThat(more).isEqualTo(70);
        // 50 of them waited 10, 20, … 500 ms: on average, over all that were ever sent, this long.
        double waitedMillis = 10.0 * 50 * 51 / 2;
        assertThat(after.averageProcessingTimeMillis())
                .isCloseTo(waitedMillis / after.totalMessagesProcessed(), within(0.1));
        double megabits = view.stats().bytesSent() * 8 / 1e6;
        assertThat(after.bandwidthUsageMbps()).isCloseTo(megabits / 5, within(1e-9));
    }

    @Test
    void aFloodIsNotSlowedDownByTheLimitButTheOthersMessagesAre() {
        sendTransactions(30);
        script.sent();
        script.give(new Input.StartFlood(FloodKind.TRANSACTION, 1_000, 200, null, Duration.ofSeconds(1)));
        script.pass(Duration.ofMillis(50));
        List<Message> sent = script.sent();
        assertThat(sent).filteredOn(Message.TransactionData.class::isInstance).hasSizeBetween(40, 60);
        assertThat(sent)
                .filteredOn(Message.TransactionAnnouncement.class::isInstance)
                .hasSizeBetween(4, 6);
    }

    @Test
    void aLateJoinerCatchesUpFasterThanTheLimitWouldLet() {
        VirtualNetwork network = new VirtualNetwork().latency(Duration.ofMillis(1));
        VirtualNetwork.Host old = network.add(1, VirtualNetwork.quiet());
        old.input(new Input.Start(old.endpoint));
        for (int i = 0; i < 1_000; i++) {
            old.input(new Input.MineBlock());
        }
        network.runFor(Duration.ofSeconds(1));
        VirtualNetwork.Host late = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        late.input(new Input.Start(late.endpoint));
        assertThat(network.runUntil(() -> late.view().height() == 1_000, Duration.ofSeconds(2)))
                .as("a thousand blocks in two seconds; the limit would make it twenty")
                .isTrue();
    }
}
