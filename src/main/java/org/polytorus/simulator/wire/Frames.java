package org.polytorus.simulator.wire;

/** The envelope of every message: a big-endian length, then that many bytes. */
public final class Frames {
    /** Bytes of the length prefix. */
    public static final int HEADER_BYTES = 4;

    /** PolyTorus's {@code max_message_size}: the largest payload, 10 MiB. */
    public static final int MAX_PAYLOAD_BYTES = 10 * 1024 * 1024;

    private Frames() {}

    /**
     * Checks a length prefix, given as the unsigned 32 bits that were read.
     *
     * @param limit the largest payload that is accepted, at most {@link #MAX_PAYLOAD_BYTES}
     */
    public static int checkLength(int prefix, int limit) throws WireException {
        long length = Integer.toUnsignedLong(prefix);
        if (length == 0) {
            throw new WireException(WireError.FRAME_EMPTY, "a frame of 0 bytes");
        }
        if (length > limit) {
            throw new WireException(
                    WireError.FRAME_TOO_LARGE, "a frame of " + length + " bytes; at most " + limit + " are accepted");
        }
        return (int) length;
    }
}
