package org.polytorus.simulator.sim;

/** Something that is to happen at one virtual time; set anew, it happens then instead. */
abstract class Alarm {
    private static final int NOWHERE = -1;

    /** When it rings, and its turn among those of the same time: both kept by the queue. */
    long atNanos;

    long sequence;
    /** Its place in the queue's heap. */
    int slot = NOWHERE;

    abstract void ring();

    final boolean isSet() {
        return slot != NOWHERE;
    }

    final void leave() {
        slot = NOWHERE;
    }

    final boolean isBefore(Alarm other) {
        return atNanos < other.atNanos || (atNanos == other.atNanos && sequence < other.sequence);
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
