package org.polytorus.simulator.live;

import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Starts testnets of real nodes on real sockets. */
public final class LiveTestnetFactory implements TestnetFactory {
    /** One loop does the gossip of 200 nodes for half the CPU time of two. */
    private static final int EVENT_LOOPS = 1;

    @Override
    public Testnet start(TestnetSpec spec) {
        return LiveTestnet.start(spec, EVENT_LOOPS, CoreDriver.FACTORY);
    }
}
