package org.polytorus.simulator.link;

/** What becomes of one frame on one direction of a link. Times are of the clock that {@link LinkPolicy#decide} was asked with. */
public sealed interface Verdict {

    /**
     * It arrives.
     *
     * @param atNanos when all of it has arrived; not before an earlier frame, unless that one is held back
     * @param heldBack whether frames that are sent later may arrive earlier
     * @param flippedBit the bit of the frame that arrives flipped, counted from its first byte's lowest bit, or {@link #INTACT}
     * @param copyAtNanos when it arrives a second time, or {@link #ONCE}
     */
    record Deliver(long atNanos, boolean heldBack, int flippedBit, long copyAtNanos) implements Verdict {
        public static final int INTACT = -1;
        public static final long ONCE = Long.MIN_VALUE;

        /** Arrives as it is, once, in its turn. */
        public Deliver(long atNanos) {
            this(atNanos, false, INTACT, ONCE);
        }

        /** Whether nothing else happens to it. */
        public boolean isPlain() {
            return !heldBack && isIntact() && !isTwice();
        }

        public boolean isIntact() {
            return flippedBit == INTACT;
        }

        public boolean isTwice() {
            return copyAtNanos != ONCE;
        }
    }

    /** It never arrives. */
    record Discard(Cause cause) implements Verdict {}

    /** Why a frame never arrives. */
    enum Cause {
        /** Bad luck: the link loses a share of its frames. */
        LOSS,
        /** The link swallows everything. */
        BLACK_HOLE,
        /** As much as the link may hold, or its bandwidth's queue, is on the way already. */
        QUEUE_FULL
    }
}
