package org.polytorus.simulator.host;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages of one direction since its conditions were last changed. Has no room for figures before the
 * first: nothing is ever asked of most links.
 */
final class SinceChange {
    static final long NOT_MEASURED = -1;

    /** What is added up. */
    enum Sum {
        LOST,
        OVERFLOWED,
        SWALLOWED,
        DUPLICATED,
        HELD_BACK,
        /** Held back frames that have arrived by now. */
        LATE,
        LATE_NANOS,
        OVERTAKEN,
        CORRUPTED,
        PIECES,
        CUT_BYTES,
        PAUSES,
        PAUSE_NANOS;

        @SuppressWarnings("EnumOrdinal") // As the index of figures of one's own.
        private final int index = ordinal();
    }

    private final IntFunction<Figures> making;
    private final long messagesBefore;
    private volatile @Nullable Figures sums;
    private volatile long worstLatenessNanos;
    private volatile long closeDelayNanos = NOT_MEASURED;

    SinceChange(IntFunction<Figures> making, long messagesBefore) {
        this.making = making;
        this.messagesBefore = messagesBefore;
    }

    /** How many messages there had been before. */
    long messagesBefore() {
        return messagesBefore;
    }

    void add(Sum sum, long count) {
        Figures present = sums;
        (present == null ? makeRoom() : present).add(sum.index, count);
    }

    private synchronized Figures makeRoom() {
        Figures present = sums;
        if (present == null) {
            present = making.apply(Sum.values().length);
            sums = present;
        }
        return present;
    }

    long of(Sum sum) {
        Figures present = sums;
        return present == null ? 0 : present.get(sum.index);
    }

    /** One by the other, or {@code otherwise} before there is any. */
    double mean(Sum total, Sum count, double otherwise) {
        long counted = of(count);
        return counted == 0 ? otherwise : (double) of(total) / counted;
    }

    void late(long nanos) {
        if (nanos > worstLatenessNanos) {
            worstLatenessNanos = nanos;
        }
    }

    long worstLatenessNanos() {
        return worstLatenessNanos;
    }

    void closed(long afterNanos) {
        closeDelayNanos = afterNanos;
    }

    long closeDelayNanos() {
        return closeDelayNanos;
    }
}
