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

    LinkConditions conditions(Direction direction);

    LinkCounters counters(Direction direction);

    /** Whether no connection can come about, since one of the two directions swallows its part. */
    default boolean isBlackHole() {
        return conditions(Direction.A_TO_B).blackHole()
                || conditions(Direction.B_TO_A).blackHole();
    }
}
