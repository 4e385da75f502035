package org.polytorus.simulator.live;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Output;
import org.polytorus.simulator.protocol.SharedValues;

/** The state machine that a {@link NodeServer} drives: the node itself, or in tests of the host a scripted one. */
interface NodeDriver {

    /** Takes one input; outputs are called back before it returns. Never called again from within such a call. */
    void handle(long nowEpochNanos, Input input);

    /** Called after one input or several that came together, in the same manner. */
    default void settle() {}

    /** A copy of the node's state. */
    NodeView view(long nowEpochNanos);

    /** A look into the node, or null if it has nothing to show. */
    default @Nullable NodeSight sight() {
        return null;
    }

    /** Makes drivers. */
    @FunctionalInterface
    interface Factory {
        NodeDriver create(
                NodeSettings settings,
                PeerId self,
                RandomGenerator random,
                SharedValues shared,
                Consumer<Output> outputs);
    }
}
