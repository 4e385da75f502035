package org.polytorus.simulator.live;

import java.util.concurrent.atomic.LongAdder;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Verdict;
import org.polytorus.simulator.testnet.LinkFidelity;
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
    private final LongAdder queuedBytes = new LongAdder();
    private final LongAdder deliveredBytes = new LongAdder();
    private final RateOfLate rate = new RateOfLate();
    private volatile Since since = new Since(0);
    // Written by the loop of whichever end dialled. While both ends' connections last, one measurement may replace
    // another.
    private volatile long meanDelayNanos = NOT_MEASURED;
    private volatile long delayDeviationNanos = NOT_MEASURED;

    /** What became of messages since the conditions were last changed. */
    private static final class Since {
        final long messagesBefore;
        final LongAdder lost = new LongAdder();
        final LongAdder overflowed = new LongAdder();
        final LongAdder swallowed = new LongAdder();
        final LongAdder duplicated = new LongAdder();
        final LongAdder heldBack = new LongAdder();
        final LongAdder corrupted = new LongAdder();

        Since(long messagesBefore) {
            this.messagesBefore = messagesBefore;
        }
    }

    void entered(int frameBytes) {
        messages.increment();
        bytes.add(frameBytes);
    }

    void waits(int frameBytes) {
        queued.increment();
        queuedBytes.add(frameBytes);
    }

    void waitsNoMore(int frameBytes) {
        queued.decrement();
        queuedBytes.add(-frameBytes);
    }

    void delivered(int frameBytes, long delayNanos) {
        delivered.increment();
        deliveredBytes.add(frameBytes);
        long mean = meanDelayNanos;
        if (mean == NOT_MEASURED) {
            meanDelayNanos = delayNanos;
            delayDeviationNanos = 0;
        } else if (mean != delayNanos) {
            meanDelayNanos = mean + (delayNanos - mean) / MEAN_WEIGHT;
            long deviation = delayDeviationNanos;
            delayDeviationNanos = deviation + (Math.abs(delayNanos - mean) - deviation) / MEAN_WEIGHT;
        }
    }

    /** Other conditions are in force: what was measured under the old ones says nothing about them. */
    void conditionsChanged() {
        meanDelayNanos = NOT_MEASURED;
        delayDeviationNanos = NOT_MEASURED;
        since = new Since(messages.sum());
    }

    /** A frame ended with its connection. */
    void discarded() {
        discarded.increment();
    }

    /** A frame was discarded because the link was asked to. */
    void discarded(Verdict.Cause cause) {
        discarded.increment();
        Since now = since;
        switch (cause) {
            case LOSS -> now.lost.increment();
            case BLACK_HOLE -> now.swallowed.increment();
            case QUEUE_FULL -> now.overflowed.increment();
        }
    }

    /** A frame is delivered, but perhaps not just as it came. */
    void treated(Verdict.Deliver deliver) {
        Since now = since;
        if (deliver.heldBack()) {
            now.heldBack.increment();
        }
        if (!deliver.isIntact()) {
            now.corrupted.increment();
        }
        if (deliver.isTwice()) {
            now.duplicated.increment();
        }
    }

    /** For the testnet's thread alone. */
    DirectionSnapshot snapshot(LinkConditions requested, long roundTripNanos, long nowNanos) {
        return new DirectionSnapshot(
                requested,
                messages.sum(),
                bytes.sum(),
                delivered.sum(),
                discarded.sum(),
                Math.toIntExact(Math.max(0, queued.sum())),
                meanDelayNanos,
                roundTripNanos,
                fidelity(nowNanos));
    }

    private LinkFidelity fidelity(long nowNanos) {
        Since now = since;
        return new LinkFidelity(
                messages.sum() - now.messagesBefore,
                now.lost.sum(),
                now.overflowed.sum(),
                now.swallowed.sum(),
                now.duplicated.sum(),
                now.heldBack.sum(),
                now.corrupted.sum(),
                meanDelayNanos,
                delayDeviationNanos,
                rate.bitsPerSecond(nowNanos, deliveredBytes.sum()),
                Math.max(0, queuedBytes.sum()));
    }
}
