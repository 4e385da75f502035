package org.polytorus.simulator.link;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/** The fault "narrow": frames leave one after the other, each taking the time that its bytes need at this rate. */
final class Rate {
    private final @Nullable Bandwidth bandwidth;
    private boolean busy;
    private long freeAtNanos;

    Rate(@Nullable Bandwidth bandwidth) {
        this.bandwidth = bandwidth;
    }

    /** When the last byte of a frame that comes now has left; the line is busy until then. */
    long departure(long nowNanos, int frameBytes) {
        if (bandwidth == null) {
            return nowNanos;
        }
        long beginNanos = busy && freeAtNanos - nowNanos > 0 ? freeAtNanos : nowNanos;
        busy = true;
        freeAtNanos = beginNanos + bandwidth.nanosFor(frameBytes);
        return freeAtNanos;
    }
}
