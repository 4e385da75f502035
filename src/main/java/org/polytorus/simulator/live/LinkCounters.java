package org.polytorus.simulator.live;

import java.util.concurrent.atomic.LongAdder;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/**
 * What was counted on one direction of a link, over all its connections. Counted on event loops, read by the testnet's
 * thread; each figure is exact, together they may be a moment apart.
 */
final class LinkCounters {
    private static final long NOT_MEASURED = -1;

    /** How much a new delay weighs in the mean: one part in 8, so that about the last 20 frames count. */
    private static final long MEAN_WEIGHT = 8;

    private final LongAdder messages = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private final LongAdder queued = new LongAdder();
    // Written by the loop of whichever end dialled. While both ends' connections last, one measurement may replace
    // another.
    private volatile long meanDelayNanos = NOT_MEASURED;

    void entered(int frameBytes) {
        messages.increment();
        bytes.add(frameBytes);
    }

    void waits() {
        queued.increment();
    }

    void waitsNoMore() {
        queued.decrement();
    }

    void delivered(long delayNanos) {
        delivered.increment();
        long mean = meanDelayNanos;
        if (mean == NOT_MEASURED) {
            meanDelayNanos = delayNanos;
        } else if (mean != delayNanos) {
            meanDelayNanos = mean + (delayNanos - mean) / MEAN_WEIGHT;
        }
    }

    /** Other conditions are in force: what was measured under the old ones says nothing about them. */
    void forgetDelay() {
        meanDelayNanos = NOT_MEASURED;
    }

    void discarded() {
        discarded.increment();
    }

    DirectionSnapshot snapshot(LinkConditions requested, long roundTripNanos) {
        return new DirectionSnapshot(
                requested,
                messages.sum(),
                bytes.sum(),
                delivered.sum(),
                discarded.sum(),
                Math.toIntExact(Math.max(0, queued.sum())),
                meanDelayNanos,
                roundTripNanos);
    }
}
