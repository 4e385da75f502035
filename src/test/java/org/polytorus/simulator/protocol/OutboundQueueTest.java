package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.MessageKind;

/** Whose turn it is, and who gives way. */
final class OutboundQueueTest {
    private final QueueCounters counters = new QueueCounters();
    private final OutboundQueue queue = new OutboundQueue(counters);

    private void add(MessageKind kind, int times) {
        for (int i = 0; i < times; i++) {
            queue.add(new OutboundQueue.Waiting(kind, new byte[10], i));
        }
    }

    private List<Priority> poll(int times) {
        List<Priority> order = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            order.add(Priority.of(Objects.requireNonNull(queue.poll()).kind()));
        }
        return order;
    }

    @Test
    void everyKindHasItsLane() {
        assertThat(Priority.of(MessageKind.BLOCK_DATA)).isEqualTo(Priority.CRITICAL);
        assertThat(Priority.of(MessageKind.TRANSACTION_DATA)).isEqualTo(Priority.HIGH);
        assertThat(Priority.of(MessageKind.PING)).isEqualTo(Priority.NORMAL);
        assertThat(Priority.of(MessageKind.STATUS_UPDATE)).isEqualTo(Priority.LOW);
    }

    @Test
    void theMoreUrgentGoesFirstThoughItCameLast() {
        add(MessageKind.STATUS_UPDATE, 1);
        add(MessageKind.PING, 1);
        add(MessageKind.TRANSACTION_DATA, 1);
        add(MessageKind.BLOCK_DATA, 1);
        assertThat(poll(4)).containsExactly(Priority.CRITICAL, Priority.HIGH, Priority.NORMAL, Priority.LOW);
        assertThat(queue.poll()).isNull();
    }

    @Test
    void afterFourOfOneLaneComesOneOfTheNext() {
        add(MessageKind.BLOCK_DATA, 9);
        add(MessageKind.TRANSACTION_DATA, 9);
        assertThat(poll(10))
                .containsExactly(
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.HIGH,
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.CRITICAL,
                        Priority.HIGH);
    }

    @Test
    void noLaneStarvesHoweverFullTheOthersAre() {
        add(MessageKind.BLOCK_DATA, 300);
        add(MessageKind.TRANSACTION_DATA, 300);
        add(MessageKind.PING, 300);
        add(MessageKind.STATUS_UPDATE, 1);
        assertThat(poll(125)).contains(Priority.LOW);
    }

    @Test
    void aFullQueueDropsTheOldestOfTheLeastUrgent() {
        add(MessageKind.STATUS_UPDATE, 5);
        add(MessageKind.BLOCK_DATA, OutboundQueue.MAX_MESSAGES - 3);
        assertThat(queue.size(Priority.LOW)).isEqualTo(3);
        assertThat(queue.size(Priority.CRITICAL)).isEqualTo(OutboundQueue.MAX_MESSAGES - 3);
        assertThat(queue.dropped()).isEqualTo(2);
        add(MessageKind.PING, 7);
        assertThat(queue.size(Priority.LOW)).isZero();
        assertThat(queue.size(Priority.NORMAL)).isEqualTo(3);
        assertThat(counters.givenUp()).isEqualTo(9);
    }

    @Test
    void bytesAreBoundedToo() {
        for (int i = 0; i < 3; i++) {
            queue.add(new OutboundQueue.Waiting(MessageKind.BLOCK_DATA, new byte[10 * 1024 * 1024], i));
        }
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void whatHasWaitedForFiveMinutesIsGivenUpAndCounted() {
        add(MessageKind.TRANSACTION_DATA, 10);
        assertThat(queue.nextExpiryNanos()).isEqualTo(OutboundQueue.EXPIRY_NANOS);
        queue.expire(OutboundQueue.EXPIRY_NANOS + 3);
        assertThat(queue.size()).isEqualTo(6);
        assertThat(counters.expired()).isEqualTo(4);
    }
}
