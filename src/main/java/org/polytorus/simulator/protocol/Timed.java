package org.polytorus.simulator.protocol;

/** A part of the node that does something by the clock. It writes when into the node's {@link Timetable}. */
abstract class Timed {
    static final long NEVER = Long.MAX_VALUE;

    private final Timetable timetable;
    private final int place;

    Timed(NodeContext context) {
        timetable = context.timetable;
        place = timetable.newPlace();
    }

    /** Does what is due at the context's now; afterwards the next due time is later, unless work was cut into slices. */
    abstract void run();

    /** When {@link #run} is due next, or {@link #NEVER}. Too early does no harm. */
    final long nextDueNanos() {
        return timetable.dueNanos(place);
    }

    /** It is due then, whatever was said before. */
    final void due(long atNanos) {
        timetable.set(place, atNanos);
    }

    /** It is due then, or earlier if so it was. */
    final void dueBy(long atNanos) {
        if (atNanos < timetable.dueNanos(place)) {
            timetable.set(place, atNanos);
        }
    }

    final int place() {
        return place;
    }
}
