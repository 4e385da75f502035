package org.polytorus.simulator.host;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Verdict;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/**
 * What was counted on one direction of a link, over all its connections. Counted on event loops, read by the testnet's
 * thread; each figure is exact, together they may be a moment apart.
 */
public final class LinkCounters {
    private static final long NOT_MEASURED = -1;

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
    private volatile Since since;
    // Written by the loop of whichever end dialled. While both ends' connections last, one measurement may replace
    // another.
    private volatile long meanDelayNanos = NOT_MEASURED;
    private volatile long delayDeviationNanos = NOT_MEASURED;

    /**
     * What became of messages since the conditions were last changed. Has no room for figures before the first: nothing is
     * ever asked of most links.
     */
    private final class Since {
        final long messagesBefore;
        private volatile @Nullable Figures counts;

        Since(long messagesBefore) {
            this.messagesBefore = messagesBefore;
        }

        void count(Treatment treatment) {
            Figures present = counts;
            (present == null ? makeRoom() : present).add(treatment.index, 1);
        }

        private synchronized Figures makeRoom() {
            Figures present = counts;
            if (present == null) {
                present = making.apply(Treatment.values().length);
                counts = present;
            }
            return present;
        }

        long of(Treatment treatment) {
            Figures present = counts;
            return present == null ? 0 : present.get(treatment.index);
        }
    }

    private enum Treatment {
        LOST,
        OVERFLOWED,
        SWALLOWED,
        DUPLICATED,
        HELD_BACK,
        CORRUPTED;

        @SuppressWarnings("EnumOrdinal") // As the index of figures of one's own.
        private final int index = ordinal();
    }

    /** @param making gives so many figures, for the threads that are to count */
    public LinkCounters(IntFunction<Figures> making) {
        this.making = making;
        figures = making.apply(QUEUED_BYTES + 1);
        since = new Since(0);
    }

    void entered(int frameBytes) {
        figures.add(MESSAGES, 1);
        figures.add(BYTES, frameBytes);
    }

    void waits(int frameBytes) {
        figures.add(QUEUED, 1);
        figures.add(QUEUED_BYTES, frameBytes);
    }

    void waitsNoMore(int frameBytes) {
        figures.add(QUEUED, -1);
        figures.add(QUEUED_BYTES, -frameBytes);
    }

    void delivered(int frameBytes, long delayNanos) {
        figures.add(DELIVERED, 1);
        figures.add(DELIVERED_BYTES, frameBytes);
        measured(delayNanos);
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
        since = new Since(figures.get(MESSAGES));
    }

    /** A frame ended with its connection. */
    void discarded() {
        figures.add(DISCARDED, 1);
    }

    /** A frame was discarded because the link was asked to. */
    void discarded(Verdict.Cause cause) {
        figures.add(DISCARDED, 1);
        since.count(
                switch (cause) {
                    case LOSS -> Treatment.LOST;
                    case BLACK_HOLE -> Treatment.SWALLOWED;
                    case QUEUE_FULL -> Treatment.OVERFLOWED;
                });
    }

    /** A frame is delivered, but perhaps not just as it came. */
    void treated(Verdict.Deliver deliver) {
        Since now = since;
        if (deliver.heldBack()) {
            now.count(Treatment.HELD_BACK);
        }
        if (!deliver.isIntact()) {
            now.count(Treatment.CORRUPTED);
        }
        if (deliver.isTwice()) {
            now.count(Treatment.DUPLICATED);
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
                fidelity(nowNanos));
    }

    private LinkFidelity fidelity(long nowNanos) {
        Since now = since;
        return new LinkFidelity(
                figures.get(MESSAGES) - now.messagesBefore,
                now.of(Treatment.LOST),
                now.of(Treatment.OVERFLOWED),
                now.of(Treatment.SWALLOWED),
                now.of(Treatment.DUPLICATED),
                now.of(Treatment.HELD_BACK),
                now.of(Treatment.CORRUPTED),
                meanDelayNanos,
                delayDeviationNanos,
                rate.bitsPerSecond(nowNanos, figures.get(DELIVERED_BYTES)),
                Math.max(0, figures.get(QUEUED_BYTES)));
    }
}
