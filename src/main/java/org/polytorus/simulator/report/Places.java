package org.polytorus.simulator.report;

import java.util.List;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Says where the nodes of a testnet stand in a drawing. */
@FunctionalInterface
public interface Places {

    /** A place for each node, in the order in which the snapshot has them; y grows downwards. */
    List<Place> of(TestnetSnapshot snapshot);

    /** A point, in any unit. */
    record Place(double x, double y) {}
}
