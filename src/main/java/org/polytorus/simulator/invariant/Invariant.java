package org.polytorus.simulator.invariant;

/**
 * Something that must always hold. Most remember what they have seen before, so each run has its own. None changes anything.
 * For one thread.
 */
public interface Invariant {

    /** A few words that tell it from the others and stay the same from version to version. */
    String name();

    /** What must hold, in a sentence for people. */
    String sentence();
}
