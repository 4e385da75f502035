package org.polytorus.simulator.model;

/** One of the two directions of a link, told by the order of its ends. */
public enum Direction {
    A_TO_B,
    B_TO_A;

    public Direction opposite() {
        return this == A_TO_B ? B_TO_A : A_TO_B;
    }
}
