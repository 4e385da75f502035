package org.polytorus.simulator.live;

import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeCore;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeView;

/** The real node behind the host's port. */
record CoreDriver(NodeCore core) implements NodeDriver {
    static final Factory FACTORY = (settings, self, random, shared, outputs) ->
            new CoreDriver(new NodeCore(settings, self, random, shared, outputs));

    @Override
    public void handle(long nowEpochNanos, Input input) {
        core.take(nowEpochNanos, input);
    }

    @Override
    public void settle() {
        core.settle();
    }

    @Override
    public NodeView view(long nowEpochNanos) {
        return core.view(nowEpochNanos);
    }

    @Override
    public NodeSight sight() {
        return core.sight();
    }
}
