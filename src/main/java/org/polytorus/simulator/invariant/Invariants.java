package org.polytorus.simulator.invariant;

import java.util.List;

/** All invariants there are, fresh for one run. */
public final class Invariants {
    private Invariants() {}

    /** After everything that a node handles; in virtual time. */
    public static List<NodeInvariant> ofNodes() {
        return List.of(
                new FollowsValidChain(),
                new KeepsItsChain(),
                new WithinBounds(),
                new OnePoolState(),
                new KnowsItsConnections());
    }

    /** Now and then, on either clock. */
    public static List<TestnetInvariant> ofTestnets() {
        return List.of(
                new NodesLive(),
                new CountersGrow(),
                new PoolShown(),
                new EndsAgree(),
                new WholeAgain(),
                new OneTipInTheEnd());
    }
}
