package org.polytorus.simulator.app.window;

import org.polytorus.simulator.testnet.ForwardingTestnet;
import org.polytorus.simulator.testnet.Testnet;

/** A testnet that somebody else started and will close. */
record BorrowedTestnet(Testnet inner) implements ForwardingTestnet {
    /** Does nothing: the owner closes it. */
    @Override
    public void close() {}
}
