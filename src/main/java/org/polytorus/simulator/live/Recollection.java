package org.polytorus.simulator.live;

import java.util.Iterator;
import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.store.NodeStore;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.wire.PeerInfo;

/** Gives a node back what it has kept, before it starts. */
final class Recollection {
    private Recollection() {}

    /** Reads on the calling thread, a part at a time; returns when the node has taken everything. */
    static void of(NodeServer node, NodeStore store, EventLog events) {
        Iterator<List<Block>> parts = store.storedBlocks();
        while (parts.hasNext()) {
            node.tell(new Input.Remembered(parts.next(), List.of())).join();
        }
        List<PeerInfo> peers = store.storedPeers();
        node.prepare(new Input.Remembered(List.of(), peers)).join();
        StorageStats kept = store.stats();
        if (kept.takenOver() + kept.refused() + peers.size() > 0) {
            events.add(
                    TestnetEvent.Kind.NOTE,
                    kept.refused() > 0 ? TestnetEvent.Severity.WARNING : TestnetEvent.Severity.INFO,
                    node.name(),
                    null,
                    node.name() + " took over " + kept.takenOver() + (kept.takenOver() == 1 ? " block" : " blocks")
                            + " and " + peers.size() + (peers.size() == 1 ? " peer" : " peers") + " from "
                            + kept.directory() + refused(kept.refused()));
        }
    }

    private static String refused(long blocks) {
        return blocks == 0
                ? ""
                : "; " + blocks
                        + " could not be read or broke a rule and are left out, it asks its peers for what it lacks";
    }
}
