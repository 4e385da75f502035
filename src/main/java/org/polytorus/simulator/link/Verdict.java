package org.polytorus.simulator.link;

/** What becomes of one frame on one direction of a link. */
public sealed interface Verdict {

    /** It arrives at this time of the clock that {@link LinkPolicy#decide} was asked with; never before an earlier frame. */
    record Deliver(long atNanos) implements Verdict {}

    /** It never arrives. */
    record Discard(Cause cause) implements Verdict {}

    /** Why a frame never arrives. */
    enum Cause {
        /** Bad luck: the link loses a share of its frames. */
        LOSS,
        /** The link swallows everything. */
        BLACK_HOLE,
        /** As much as a link may hold is on the way already. */
        QUEUE_FULL
    }
}
