package org.polytorus.simulator.ui.inspector;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/** Whom a flood goes to; null is every neighbour in turn. */
record FloodTarget(@Nullable NodeName name) {
    static final FloodTarget ALL = new FloodTarget(null);

    /** What the list of choices shows. */
    @Override
    public String toString() {
        return name == null ? "All neighbours in turn" : name.value();
    }
}
