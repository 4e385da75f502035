package org.polytorus.simulator.model;

import java.util.List;

/**
 * How good a peer is to its node.
 *
 * @param points from 0, the worst, to 100
 * @param parts what the points are the product of, each with what was measured
 */
public record PeerScore(int points, List<Part> parts) {
    public PeerScore {
        parts = List.copyOf(parts);
    }

    /**
     * One property of a peer.
     *
     * @param name what was measured, for people
     * @param percent what is left of the points on its account: 100 costs nothing
     * @param figures the measurement behind it
     */
    public record Part(String name, int percent, PeerFigures figures) {

        /** The measurement in words, which are made at each call: few of those who hold a score read them. */
        public String measured() {
            return figures.text();
        }
    }
}
