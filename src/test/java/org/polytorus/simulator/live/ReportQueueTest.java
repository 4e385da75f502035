package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Observation;

class ReportQueueTest {
    private static final Hash HASH = new Hash(1, 2, 3, 4);
    private static final Observation COPY =
            new Observation.Brought(MessageKind.TRANSACTION_DATA, HASH, new PeerId(1, 2), true);
    private static final Observation MINED = new Observation.BlockMined(HASH, 1, 0);

    private final ReportQueue queue = new ReportQueue();

    private void offer(Observation seen, int times) {
        for (int i = 0; i < times; i++) {
            queue.offer(new Report(i, new NodeName("node1"), seen));
        }
    }

    @Test
    void aFloodOfCopiesLeavesRoomForEverythingElseAndIsCounted() throws InterruptedException {
        offer(COPY, ReportQueue.CAPACITY);
        assertThat(queue.missedCopies()).isEqualTo(ReportQueue.CAPACITY - ReportQueue.ROOM_OF_COPIES);
        offer(MINED, ReportQueue.CAPACITY - ReportQueue.ROOM_OF_COPIES);
        assertThat(queue.overflowed()).isZero();
        offer(MINED, 1);
        assertThat(queue.overflowed()).isEqualTo(1);
        offer(COPY, 1);
        assertThat(queue.missedCopies()).isEqualTo(ReportQueue.CAPACITY - ReportQueue.ROOM_OF_COPIES + 1);
        assertThat(queue.overflowed()).isEqualTo(1);
        assertThat(queue.poll(0)).isNotNull();
    }

    @Test
    void whoWaitsHearsOfAReportAtOnceAndOfCopiesWhenThereAreMany() throws InterruptedException {
        for (Runnable offer : List.<Runnable>of(() -> offer(MINED, 1), () -> offer(COPY, ReportQueue.ROOM_OF_COPIES))) {
            CompletableFuture<Report> heard = new CompletableFuture<>();
            Thread waiting = Thread.ofPlatform().start(() -> heard.complete(poll()));
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            offer.run();

            assertThat(heard.orTimeout(20, TimeUnit.SECONDS).join()).isNotNull();
            waiting.join();
        }
    }

    @Test
    void reportsOfSeveralThreadsAllArriveOrAreCounted() throws InterruptedException {
        List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> offer(MINED, 20_000)))
                .limit(3)
                .toList();
        long taken = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            taken += queue.poll(1_000) == null ? 0 : 1;
        }
        while (queue.poll(0) != null) {
            taken++;
        }

        assertThat(taken + queue.overflowed()).isEqualTo(60_000);
        assertThat(taken).isGreaterThanOrEqualTo(ReportQueue.CAPACITY);
        long before = queue.overflowed();
        offer(MINED, ReportQueue.CAPACITY);
        assertThat(queue.overflowed()).as("all room is free again").isEqualTo(before);
    }

    @Test
    void nobodyComesInTime() throws InterruptedException {
        assertThat(queue.poll(1_000)).isNull();
    }

    private @Nullable Report poll() {
        try {
            return queue.poll(TimeUnit.SECONDS.toNanos(60));
        } catch (InterruptedException ended) {
            return null;
        }
    }
}
