package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

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
}
