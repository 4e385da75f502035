package org.polytorus.simulator.invariant;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What must hold of a whole testnet, in virtual time as on sockets. */
public interface TestnetInvariant extends Invariant {

    /** What was found instead, or null if it holds, as far as can be told. Snapshots come in the order of time. */
    @Nullable
    String broken(TestnetSnapshot now);

    /** Nothing that was begun before now has to be done in time: the machine does not keep {@link Pace}. */
    default void excuse() {}
}
