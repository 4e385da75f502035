package org.polytorus.simulator.model;

import java.util.List;

/**
 * What a node makes of the quality of its peers.
 *
 * @param enabled whether it acts on their scores
 * @param decisions what it decided lately because of a score, newest first
 */
public record QualityStats(boolean enabled, List<Decision> decisions) {
    /** Of a node that does not act on scores. */
    public static final QualityStats OFF = new QualityStats(false, List.of());

    public QualityStats {
        decisions = List.copyOf(decisions);
    }

    /**
     * Something that would have been otherwise if all peers were alike.
     *
     * @param atNanos nanoseconds since the Unix epoch
     * @param peer whom it concerned
     * @param what what was done and why, for people
     */
    public record Decision(long atNanos, PeerId peer, String what) {}
}
