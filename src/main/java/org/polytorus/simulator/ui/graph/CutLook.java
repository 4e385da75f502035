package org.polytorus.simulator.ui.graph;

import java.util.Set;
import org.polytorus.simulator.model.Direction;

/** In which directions of a link the partitions in force swallow everything. */
enum CutLook {
    NONE,
    A_TO_B,
    B_TO_A,
    BOTH;

    static CutLook of(Set<Direction> cut) {
        if (cut.isEmpty()) {
            return NONE;
        }
        if (cut.size() == Direction.values().length) {
            return BOTH;
        }
        return cut.contains(Direction.A_TO_B) ? A_TO_B : B_TO_A;
    }

    boolean swallows(Direction direction) {
        return switch (direction) {
            case A_TO_B -> this == A_TO_B || this == BOTH;
            case B_TO_A -> this == B_TO_A || this == BOTH;
        };
    }
}
