package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** A peer that asks and asks, and never reads an answer. */
class HostileReaderTest {
    private static final long HEAP_BOUND = 48L << 20;

    private final HostileTestnet hostile = new HostileTestnet(Duration.ofSeconds(8));

    @AfterEach
    void closed() {
        hostile.close();
    }

    @Test
    void aPeerThatNeverReadsWhatItAsksForIsEndedAtABoundedCost() throws IOException {
        long heapBefore = Heap.usedAfterGc();
        try (HostileGuest peer = hostile.join()) {
            byte[] pings = repeated(MessageCodec.encodeFrame(new Message.Ping(1, 1)), 10_000);
            while (hostile.hasGuest() && takes(peer, pings)) {
                assertThat(hostile.victim().queueStats().normalQueueSize()).isLessThanOrEqualTo(1_000);
            }
            assertThat(Heap.usedAfterGc() - heapBefore).isLessThan(HEAP_BOUND);
        }
        hostile.eventually(() -> !hostile.hasGuest());
        hostile.assertOthersDidNotNotice();
    }

    private static boolean takes(HostileGuest guest, byte[] bytes) {
        try {
            guest.sayRaw(bytes);
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    private static byte[] repeated(byte[] bytes, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length * times);
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}
