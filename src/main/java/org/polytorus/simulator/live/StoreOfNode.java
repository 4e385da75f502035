package org.polytorus.simulator.live;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.store.NodeStore;
import org.polytorus.simulator.store.NodeStores;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Opens what a node keeps on disk, and lets its warnings become events. */
final class StoreOfNode {
    private StoreOfNode() {}

    /** Null for a node that is to keep nothing, or does not know where. */
    static @Nullable NodeStore open(NodeSpec node, NodeStores stores, EventLog events) {
        Path directory = node.dataDirectory();
        if (directory == null) {
            return null;
        }
        Consumer<String> warnings = warning -> events.add(
                TestnetEvent.Kind.NOTE, TestnetEvent.Severity.WARNING, node.name(), null, node.name() + " " + warning);
        if (!directory.isAbsolute()) {
            warnings.accept("was not told against which directory its data directory " + directory
                    + " is meant. It keeps its chain in memory only.");
            return null;
        }
        return stores.open(directory, warnings);
    }
}
