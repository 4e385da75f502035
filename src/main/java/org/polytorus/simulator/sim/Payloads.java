package org.polytorus.simulator.sim;

import java.util.Arrays;
import org.polytorus.simulator.wire.Frames;

/**
 * Takes the length prefix off frames. One that goes to several peers, or is passed on by several nodes while it makes its
 * round, is copied once.
 */
final class Payloads {
    /** Frames that are remembered: an announcement, a request, a block and what else goes between them. */
    private static final int REMEMBERED = 4;

    private final byte[][] frames = new byte[REMEMBERED][0];
    private final byte[][] payloads = new byte[REMEMBERED][0];
    private int oldest;

    /** What follows the prefix; shared, so nobody writes to it. */
    @SuppressWarnings("ReferenceEquality") // Two frames with the same bytes are not worth a comparison.
    byte[] of(byte[] frame) {
        for (int i = 0; i < REMEMBERED; i++) {
            if (frames[i] == frame) {
                return payloads[i];
            }
        }
        byte[] payload = Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length);
        frames[oldest] = frame;
        payloads[oldest] = payload;
        oldest = (oldest + 1) % REMEMBERED;
        return payload;
    }
}
