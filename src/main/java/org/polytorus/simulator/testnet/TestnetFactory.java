package org.polytorus.simulator.testnet;

/** Starts testnets. The window and the command line get one from the wiring and need not know which host it is. */
@FunctionalInterface
public interface TestnetFactory {

    /**
     * Starts every node of a checked description. Binds ports, so it may take a moment: not for the FX thread. A node
     * that cannot start is {@link NodeSnapshot.State#FAILED} with its problem; the others run.
     */
    Testnet start(TestnetSpec spec);
}
