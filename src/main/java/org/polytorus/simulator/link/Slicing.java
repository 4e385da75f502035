package org.polytorus.simulator.link;

import java.time.Duration;

/**
 * The fault "in small pieces": the receiver gets every frame bit by bit, as over a slow modem or from a careless sender.
 *
 * @param pieceBytes of all pieces but the last, at least 1
 * @param pause between two pieces of a frame, 0 to 10 s
 */
public record Slicing(int pieceBytes, Duration pause) {
    /** The longest pause between two pieces. */
    public static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    /** A frame is cut into no more pieces than this; the pieces of a larger one are larger. */
    public static final int MAX_PIECES = 1_000;

    public Slicing {
        if (pieceBytes < 1 || pause.isNegative() || pause.compareTo(MAX_PAUSE) > 0) {
            throw new IllegalArgumentException("A piece has at least 1 byte and a pause is 0 to 10 s; found "
                    + pieceBytes + " bytes and " + pause);
        }
    }

    /** The size of the pieces of such a frame; the last one may be smaller. */
    public int pieceBytesOf(int frameBytes) {
        return Math.max(pieceBytes, Math.ceilDiv(frameBytes, MAX_PIECES));
    }

    /** How many pieces such a frame comes in. */
    public int piecesOf(int frameBytes) {
        return Math.ceilDiv(frameBytes, pieceBytesOf(frameBytes));
    }

    /** How long after the first piece the last one arrives. */
    long spreadNanos(int frameBytes) {
        return (piecesOf(frameBytes) - 1) * pause.toNanos();
    }
}
