package org.polytorus.simulator.app;

import java.util.List;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.StagedTestnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet that sends more with every look at it, until it is told to stop mining and making transactions. */
public final class FakeTestnet extends StagedTestnet {
    private boolean restless;

    public FakeTestnet(TestnetSnapshot snapshot) {
        super(snapshot);
    }

    /** Goes on sending whatever it is told, so that the two ends of a link never agree. */
    public FakeTestnet restless() {
        restless = true;
        return this;
    }

    public FakeTestnet withEvents(List<TestnetEvent> added) {
        add(added);
        return this;
    }

    @Override
    public synchronized TestnetSnapshot snapshot() {
        boolean stopped = commands().contains(new TestnetCommand.SetMining(false))
                && commands().contains(new TestnetCommand.SetTraffic(false));
        TestnetSnapshot next = shown();
        if (restless || !stopped) {
            next = Snapshots.later(next, new NetworkStats(0, 0, 10, 10, 1000, 1000, 0, 0));
        }
        if (restless) {
            next = Snapshots.sending(next);
        }
        show(next);
        return next;
    }
}
