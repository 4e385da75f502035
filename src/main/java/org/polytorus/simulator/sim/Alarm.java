package org.polytorus.simulator.sim;

/** Something that is to happen at one virtual time; set anew, it happens then instead. */
abstract class Alarm {
    private static final long NONE = -1;

    /** When it rings, and its turn among those of the same time, or {@link #NONE} while it is not to ring: kept by the queue. */
    long atNanos;

    long sequence = NONE;
    /** The time and turn under which it lies in the heap, never later than when it rings, or {@link #NONE}. */
    long entryNanos;

    long entrySequence = NONE;

    abstract void ring();

    final boolean isSet() {
        return sequence != NONE;
    }

    final void unset() {
        sequence = NONE;
    }

    final boolean hasEntry() {
        return entrySequence != NONE;
    }

    final void hasNoEntry() {
        entrySequence = NONE;
    }

    /** An alarm for one occasion. */
    static Alarm of(Runnable action) {
        return new Alarm() {
            @Override
            void ring() {
                action.run();
            }
        };
    }
}
