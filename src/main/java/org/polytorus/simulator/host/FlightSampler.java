package org.polytorus.simulator.host;

import java.util.function.LongSupplier;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;

/**
 * Writes the messages of one direction into the log, thinned: of each kind at most one in 10 ms, since an eye sees no more
 * and a flood of one kind must not hide the others. For one event loop.
 */
public final class FlightSampler implements FlightWatch {
    private static final long GAP_NANOS = 10_000_000;

    private final FlightLog log;
    private final LongSupplier clock;
    private final LinkId link;
    private final Direction direction;
    private final long[] nextNanos = new long[MessageKind.values().length];
    /** The time of the batch under way, or 0: a look at the clock for each frame would be most of the work. */
    private long batchNanos;

    public FlightSampler(FlightLog log, LongSupplier clock, LinkId link, Direction direction) {
        this.log = log;
        this.clock = clock;
        this.link = link;
        this.direction = direction;
    }

    /** Takes the tag as it stands on the wire; a tag that is none leaves no trace. Frames up to {@link #batchEnded} come together. */
    @Override
    @SuppressWarnings("EnumOrdinal") // As the index of an array of one's own.
    public void saw(int tag, long travelNanos) {
        MessageKind kind = MessageKind.ofTag(tag);
        if (kind == null) {
            return;
        }
        if (batchNanos == 0) {
            batchNanos = clock.getAsLong();
        }
        if (batchNanos >= nextNanos[kind.ordinal()]) {
            nextNanos[kind.ordinal()] = batchNanos + GAP_NANOS;
            log.add(link, direction, kind, batchNanos, travelNanos);
        }
    }

    /** What comes next comes later. */
    public void batchEnded() {
        batchNanos = 0;
    }
}
