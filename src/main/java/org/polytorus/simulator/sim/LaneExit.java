package org.polytorus.simulator.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.polytorus.simulator.host.LinkLane;
import org.polytorus.simulator.wire.Frames;

/**
 * Where a lane in virtual time lets go of payloads and {@linkplain Mark marks}: nothing has to be freed, and of a frame in
 * pieces only the last one carries the payload.
 */
abstract class LaneExit implements LinkLane.Exit<Object> {

    /** A payload goes on to the other end. */
    abstract void departs(Object thing);

    /** All that was sent before the end of the connection is gone. */
    abstract void ends();

    @Override
    public final void deliver(Object thing) {
        if (thing == Mark.END) {
            ends();
        } else if (thing != Mark.PIECE) {
            departs(thing);
        }
    }

    @Override
    public final void discard(Object thing) {
        if (thing == Mark.END) {
            ends();
        }
    }

    @Override
    public final Object flipped(Object thing, int bit) {
        byte[] own = ((byte[]) thing).clone();
        own[bit / Byte.SIZE - Frames.HEADER_BYTES] ^= (byte) (1 << bit % Byte.SIZE);
        return own;
    }

    @Override
    public final Object copy(Object thing) {
        return thing;
    }

    @Override
    public final List<Object> pieces(Object thing, int pieceBytes) {
        int frameBytes = Frames.HEADER_BYTES + ((byte[]) thing).length;
        List<Object> pieces =
                new ArrayList<>(Collections.nCopies(Math.ceilDiv(frameBytes, pieceBytes) - 1, Mark.PIECE));
        pieces.add(thing);
        return pieces;
    }

    @Override
    public final void batchDelivered() {}
}
