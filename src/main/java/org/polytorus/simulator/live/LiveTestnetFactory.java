package org.polytorus.simulator.live;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeCore;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Output;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Starts testnets of real nodes on real sockets. */
public final class LiveTestnetFactory implements TestnetFactory {
    /** One loop does the gossip of 200 nodes for half the CPU time of two. */
    private static final int EVENT_LOOPS = 1;

    @Override
    public Testnet start(TestnetSpec spec) {
        return LiveTestnet.start(spec, EVENT_LOOPS, CoreDriver::new);
    }

    private static final class CoreDriver implements NodeDriver {
        private final NodeCore core;

        CoreDriver(NodeSettings settings, PeerId self, RandomGenerator random, Consumer<Output> outputs) {
            core = new NodeCore(settings, self, random, outputs);
        }

        @Override
        public void handle(long nowEpochNanos, Input input) {
            core.handle(nowEpochNanos, input);
        }

        @Override
        public NodeView view(long nowEpochNanos) {
            return core.view(nowEpochNanos);
        }
    }
}
