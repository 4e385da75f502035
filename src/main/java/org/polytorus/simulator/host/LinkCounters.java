package org.polytorus.simulator.host;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
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

    private final Tally messages;
    private final Tally bytes;
    private final Tally delivered;
    private final Tally discarded;
    private final Tally queued;
    private final Tally queuedBytes;
    private final Tally deliveredBytes;
    private final Supplier<Tally> tallies;
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
        private volatile @Nullable Map<Treatment, Tally> counts;

        Since(long messagesBefore) {
            this.messagesBefore = messagesBefore;
        }

        void count(Treatment treatment) {
            counter(treatment).add(1);
        }

        private Tally counter(Treatment treatment) {
            Map<Treatment, Tally> present = counts;
            return requireNonNull((present == null ? makeRoom() : present).get(treatment));
        }

        private synchronized Map<Treatment, Tally> makeRoom() {
            Map<Treatment, Tally> present = counts;
            if (present == null) {
                present = new EnumMap<>(Treatment.class);
                for (Treatment treatment : Treatment.values()) {
                    present.put(treatment, tallies.get());
                }
                counts = present;
            }
            return present;
        }

        long of(Treatment treatment) {
            return counts == null ? 0 : counter(treatment).sum();
        }
    }

    private enum Treatment {
        LOST,
        OVERFLOWED,
        SWALLOWED,
        DUPLICATED,
        HELD_BACK,
        CORRUPTED
    }

    /** @param tallies makes counters for the threads that are to count */
    public LinkCounters(Supplier<Tally> tallies) {
        this.tallies = tallies;
        messages = tallies.get();
        bytes = tallies.get();
        delivered = tallies.get();
        discarded = tallies.get();
        queued = tallies.get();
        queuedBytes = tallies.get();
        deliveredBytes = tallies.get();
        since = new Since(0);
    }

    void entered(int frameBytes) {
        messages.add(1);
        bytes.add(frameBytes);
    }

    void waits(int frameBytes) {
        queued.add(1);
        queuedBytes.add(frameBytes);
    }

    void waitsNoMore(int frameBytes) {
        queued.add(-1);
        queuedBytes.add(-frameBytes);
    }

    void delivered(int frameBytes, long delayNanos) {
        delivered.add(1);
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
    public void conditionsChanged() {
        meanDelayNanos = NOT_MEASURED;
        delayDeviationNanos = NOT_MEASURED;
        since = new Since(messages.sum());
    }

    /** A frame ended with its connection. */
    void discarded() {
        discarded.add(1);
    }

    /** A frame was discarded because the link was asked to. */
    void discarded(Verdict.Cause cause) {
        discarded.add(1);
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
                now.of(Treatment.LOST),
                now.of(Treatment.OVERFLOWED),
                now.of(Treatment.SWALLOWED),
                now.of(Treatment.DUPLICATED),
                now.of(Treatment.HELD_BACK),
                now.of(Treatment.CORRUPTED),
                meanDelayNanos,
                delayDeviationNanos,
                rate.bitsPerSecond(nowNanos, deliveredBytes.sum()),
                Math.max(0, queuedBytes.sum()));
    }
}
