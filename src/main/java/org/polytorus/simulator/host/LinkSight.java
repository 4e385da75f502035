package org.polytorus.simulator.host;

import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;

/** A link as its host knows it. */
public interface LinkSight {

    LinkId id();

    /** Whether the user has to see it, whatever the two nodes do. */
    boolean isLasting();

    boolean isDropped();

    /** What the user asked of it. */
    LinkConditions conditions(Direction direction);

    /** What the user asked of it, with what partitions add. */
    LinkConditions inForce(Direction direction);

    LinkCounters counters(Direction direction);

    /** Whether no connection can come about, since one of the two directions swallows its part. */
    default boolean isBlackHole() {
        return inForce(Direction.A_TO_B).blackHole()
                || inForce(Direction.B_TO_A).blackHole();
    }
}
