package org.polytorus.simulator.invariant;

/**
 * An invariant that was found broken.
 *
 * @param found what was found instead
 * @param epochNanos when, nanoseconds since the Unix epoch
 */
public record Violation(String invariant, String sentence, String found, long epochNanos) {

    public static Violation of(Invariant invariant, String found, long epochNanos) {
        return new Violation(invariant.name(), invariant.sentence(), found, epochNanos);
    }
}
