package org.polytorus.simulator.host;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.SinceChange.Sum;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Verdict;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/**
 * What was counted on one direction of a link, over all its connections. Counted on event loops, read by the testnet's
 * thread; each figure is exact, together they may be a moment apart.
 */
public final class LinkCounters {
    private static final long NOT_MEASURED = SinceChange.NOT_MEASURED;

    /** How much a new delay weighs in the mean: one part in 8, so that about the last 20 frames count. */
    private static final long MEAN_WEIGHT = 8;

    private static final int MESSAGES = 0;
    private static final int BYTES = 1;
    private static final int DELIVERED = 2;
    private static final int DELIVERED_BYTES = 3;
    private static final int DISCARDED = 4;
    private static final int QUEUED = 5;
    private static final int QUEUED_BYTES = 6;

    /** In one piece, since a testnet has many links and most of them carry little. */
    private final Figures figures;

    private final IntFunction<Figures> making;
    private final RateOfLate rate = new RateOfLate();
    private volatile SinceChange since;
    /** Until then the bandwidth is busy. */
    private volatile long lineFreeAtNanos;

    // Written by the loop of whichever end dialled. While both ends' connections last, one measurement may replace
    // another.
    private volatile long meanDelayNanos = NOT_MEASURED;
    private volatile long delayDeviationNanos = NOT_MEASURED;

    /** @param making gives so many figures, for the threads that are to count */
    public LinkCounters(IntFunction<Figures> making) {
        this.making = making;
        figures = making.apply(QUEUED_BYTES + 1);
        since = new SinceChange(making, 0);
    }

    void entered(int frameBytes) {
        figures.add(MESSAGES, 1);
        figures.add(BYTES, frameBytes);
    }

    /** A frame is on this link, but has to wait until its sender's line has carried it. */
    public void waitsAtSender(int frameBytes) {
        entered(frameBytes);
        waits(frameBytes);
    }

    /** The line has carried it. */
    public void leftSender(int frameBytes) {
        waitsNoMore(frameBytes);
    }

    /** It ended with its connection before. */
    public void endedAtSender(int frameBytes) {
        waitsNoMore(frameBytes);
        discarded();
    }

    /** A frame found no room to wait for its sender's line. */
    public void overflowedAtSender(int frameBytes) {
        entered(frameBytes);
        discarded(Verdict.Cause.QUEUE_FULL);
    }

    void waits(int frameBytes) {
        figures.add(QUEUED, 1);
        figures.add(QUEUED_BYTES, frameBytes);
    }

    void waitsNoMore(int frameBytes) {
        figures.add(QUEUED, -1);
        figures.add(QUEUED_BYTES, -frameBytes);
    }

    void delivered(int frameBytes, long delayNanos, long latenessNanos) {
        figures.add(DELIVERED, 1);
        figures.add(DELIVERED_BYTES, frameBytes);
        measured(delayNanos);
        if (latenessNanos > 0) {
            since.late(latenessNanos);
        }
    }

    /** One of the frames just delivered had been held back. */
    void wasHeldBack(long nanos, boolean overtaken) {
        SinceChange now = since;
        now.add(Sum.LATE, 1);
        now.add(Sum.LATE_NANOS, nanos);
        now.add(Sum.OVERTAKEN, overtaken ? 1 : 0);
    }

    /**
     * A piece of a frame was delivered.
     *
     * @param frameBytes those of the frame, with its last piece, else 0
     */
    void pieceDelivered(int frameBytes) {
        SinceChange now = since;
        now.add(Sum.PIECES, 1);
        now.add(Sum.CUT_BYTES, frameBytes);
    }

    /** So much time lay between two pieces of a frame. */
    void paused(long nanos) {
        SinceChange now = since;
        now.add(Sum.PAUSES, 1);
        now.add(Sum.PAUSE_NANOS, nanos);
    }

    /** The end of a connection was delivered, so long after all else. */
    void closed(long afterNanos) {
        since.closed(afterNanos);
    }

    /** What has entered by now has left by then; of the lane's clock, which is that of {@link #snapshot}. */
    void lineFreeAt(long nanos) {
        if (lineFreeAtNanos != nanos) {
            lineFreeAtNanos = nanos;
        }
    }

    private void measured(long delayNanos) {
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

    /** So many frames entered and were delivered without delay. */
    public void passed(long frames, long frameBytes) {
        figures.add(MESSAGES, frames);
        figures.add(BYTES, frameBytes);
        figures.add(DELIVERED, frames);
        figures.add(DELIVERED_BYTES, frameBytes);
        for (long i = 0; i < frames && meanDelayNanos != 0; i++) {
            measured(0);
        }
    }

    /** Other conditions are in force: what was measured under the old ones says nothing about them. */
    public void conditionsChanged() {
        meanDelayNanos = NOT_MEASURED;
        delayDeviationNanos = NOT_MEASURED;
        since = new SinceChange(making, figures.get(MESSAGES));
    }

    /** A frame ended with its connection. */
    void discarded() {
        figures.add(DISCARDED, 1);
    }

    /** A frame was discarded because the link was asked to. */
    void discarded(Verdict.Cause cause) {
        figures.add(DISCARDED, 1);
        since.add(
                switch (cause) {
                    case LOSS -> Sum.LOST;
                    case BLACK_HOLE -> Sum.SWALLOWED;
                    case QUEUE_FULL -> Sum.OVERFLOWED;
                },
                1);
    }

    /** A frame is delivered, but perhaps not just as it came. */
    void treated(Verdict.Deliver deliver) {
        SinceChange now = since;
        if (deliver.heldBack()) {
            now.add(Sum.HELD_BACK, 1);
        }
        if (!deliver.isIntact()) {
            now.add(Sum.CORRUPTED, 1);
        }
        if (deliver.isTwice()) {
            now.add(Sum.DUPLICATED, 1);
        }
    }

    /** For the testnet's thread alone. */
    public DirectionSnapshot snapshot(LinkConditions requested, long roundTripNanos, long nowNanos) {
        return new DirectionSnapshot(
                requested,
                figures.get(MESSAGES),
                figures.get(BYTES),
                figures.get(DELIVERED),
                figures.get(DISCARDED),
                Math.toIntExact(Math.max(0, figures.get(QUEUED))),
                meanDelayNanos,
                roundTripNanos,
                fidelity(requested.bandwidth(), nowNanos));
    }

    private LinkFidelity fidelity(@Nullable Bandwidth bandwidth, long nowNanos) {
        SinceChange now = since;
        long waitingNanos = Math.max(0, lineFreeAtNanos - nowNanos);
        return new LinkFidelity(
                figures.get(MESSAGES) - now.messagesBefore(),
                now.of(Sum.LOST),
                now.of(Sum.OVERFLOWED),
                now.of(Sum.SWALLOWED),
                now.of(Sum.DUPLICATED),
                now.of(Sum.HELD_BACK),
                now.of(Sum.OVERTAKEN),
                Math.round(now.mean(Sum.LATE_NANOS, Sum.LATE, NOT_MEASURED)),
                now.of(Sum.CORRUPTED),
                meanDelayNanos,
                delayDeviationNanos,
                now.worstLatenessNanos(),
                rate.bitsPerSecond(nowNanos, figures.get(DELIVERED_BYTES)),
                Math.max(0, figures.get(QUEUED_BYTES)),
                bandwidth == null ? 0 : bandwidth.bytesIn(waitingNanos),
                now.of(Sum.PIECES),
                now.mean(Sum.CUT_BYTES, Sum.PIECES, 0),
                Math.round(now.mean(Sum.PAUSE_NANOS, Sum.PAUSES, NOT_MEASURED)),
                now.closeDelayNanos());
    }
}
