package org.polytorus.simulator.protocol;

/** A part of the node that does something by the clock. */
interface Timed {
    long NEVER = Long.MAX_VALUE;

    /** When {@link #run} is due next, or {@link #NEVER}. Too early does no harm. */
    long nextDueNanos();

    /** Does what is due at the context's now; afterwards the next due time is later, unless work was cut into slices. */
    void run();
}
