package org.polytorus.simulator.model;

import java.util.List;

/**
 * Why a node thinks that it may be cut off from a part of the network.
 *
 * @param sinceNanos nanoseconds since the Unix epoch
 * @param evidence what it has noticed, in sentences for people; never empty
 */
public record Suspicion(long sinceNanos, List<String> evidence) {
    public Suspicion {
        evidence = List.copyOf(evidence);
    }
}
