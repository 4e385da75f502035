package org.polytorus.simulator.link;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * The fault "narrow": frames leave one after the other, each taking the time that its bytes need at this rate. What waits for
 * its turn may be bounded.
 */
final class Rate {
    /** Nothing is asked, so that there is nothing to remember: one for all. */
    private static final Rate NONE = new Rate(null, 0);

    private final @Nullable Bandwidth bandwidth;
    private final int queueBytes;
    private boolean busy;
    private long freeAtNanos;

    /** @param queueBytes 0 means no bound */
    private Rate(@Nullable Bandwidth bandwidth, int queueBytes) {
        this.bandwidth = bandwidth;
        this.queueBytes = queueBytes;
    }

    static Rate of(LinkConditions asked) {
        return asked.bandwidth() == null ? NONE : new Rate(asked.bandwidth(), asked.queueBytes());
    }

    /** Whether one more frame may wait. A frame that finds the line free always may. */
    boolean hasRoom(long nowNanos, int frameBytes) {
        if (bandwidth == null || queueBytes == 0 || !isBusy(nowNanos)) {
            return true;
        }
        return freeAtNanos - nowNanos + bandwidth.nanosFor(frameBytes) <= bandwidth.nanosFor(queueBytes);
    }

    /** When the last byte of a frame that comes now has left; the line is busy until then. */
    long departure(long nowNanos, int frameBytes) {
        if (bandwidth == null) {
            return nowNanos;
        }
        long beginNanos = isBusy(nowNanos) ? freeAtNanos : nowNanos;
        busy = true;
        freeAtNanos = beginNanos + bandwidth.nanosFor(frameBytes);
        return freeAtNanos;
    }

    /** How many bytes have not left yet. */
    long waitingBytes(long nowNanos) {
        return bandwidth == null || !isBusy(nowNanos) ? 0 : bandwidth.bytesIn(freeAtNanos - nowNanos);
    }

    /** When the last of them has left; past if there is none. */
    long freeAtNanos() {
        return freeAtNanos;
    }

    private boolean isBusy(long nowNanos) {
        return busy && freeAtNanos - nowNanos > 0;
    }
}
