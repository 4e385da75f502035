package org.polytorus.simulator.sim;

import java.util.Arrays;
import org.polytorus.simulator.wire.Frames;

/** Takes the length prefix off frames. One that goes to several peers in a row is copied once. */
final class Payloads {
    private static final byte[] NOTHING = {};

    private byte[] latestFrame = NOTHING;
    private byte[] latestPayload = NOTHING;

    /** What follows the prefix; shared, so nobody writes to it. */
    @SuppressWarnings("ReferenceEquality") // Two frames with the same bytes are not worth a comparison.
    byte[] of(byte[] frame) {
        if (frame != latestFrame) {
            latestFrame = frame;
            latestPayload = Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length);
        }
        return latestPayload;
    }
}
