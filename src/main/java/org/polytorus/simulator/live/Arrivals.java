package org.polytorus.simulator.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import org.polytorus.simulator.wire.Frames;

/** When each of some numbered messages left and arrived. Written on one event loop. */
final class Arrivals {
    /** As a Ping's, so that the link sees a message of a kind that it knows. */
    private static final int TAG = 2;

    private static final int FRAME_BYTES = Frames.HEADER_BYTES + 2 * Integer.BYTES;

    private final long[] nanos;
    private final CompletableFuture<long[]> delays = new CompletableFuture<>();
    private int missing;

    Arrivals(int messages) {
        nanos = new long[messages];
        missing = messages;
    }

    static byte[] frame(int number) {
        return frame(number, FRAME_BYTES);
    }

    /** At least 12 bytes. */
    static byte[] frame(int number, int frameBytes) {
        ByteBuffer frame = ByteBuffer.allocate(frameBytes).putInt(frameBytes - Frames.HEADER_BYTES);
        return frame.order(ByteOrder.LITTLE_ENDIAN).putInt(TAG).putInt(number).array();
    }

    void leaves(int number) {
        nanos[number] = System.nanoTime();
    }

    void arrives(byte[] payload) {
        long now = System.nanoTime();
        int number = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
        nanos[number] = now - nanos[number];
        missing--;
        if (missing == 0) {
            delays.complete(nanos);
        }
    }

    /** How long each was on the way, once all have arrived. */
    CompletableFuture<long[]> delays() {
        return delays;
    }
}
