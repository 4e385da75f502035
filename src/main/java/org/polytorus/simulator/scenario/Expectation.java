package org.polytorus.simulator.scenario;

/**
 * What is expected of a testnet.
 *
 * @param sentence as its author wrote it
 * @param bound in nanoseconds for times, in bytes for memory
 */
public record Expectation(String sentence, Quantity quantity, Comparison comparison, double bound, Timing timing) {

    /** Whether it is true now; nothing that can be measured is not. */
    boolean isTrue(Moment moment) {
        var value = quantity.of(moment);
        return value.isPresent() && comparison.holds(value.getAsDouble(), bound);
    }
}
