package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.store.NodeStore;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Gives the nodes of a testnet back what they have kept, before they start. Each gets a part in turn: nodes of one testnet
 * have kept much the same, and what one has just read and checked the next need not.
 */
final class Recollection {
    private final EventLog events;
    private final List<Reader> readers = new ArrayList<>();

    private record Reader(NodeServer node, NodeStore store, Iterator<List<Block>> parts) {}

    Recollection(EventLog events) {
        this.events = events;
    }

    void add(NodeServer node, NodeStore store) {
        readers.add(new Reader(node, store, store.storedBlocks()));
    }

    /** Reads on the calling thread; returns when the nodes have taken everything. */
    void run() {
        List<Reader> unfinished = new ArrayList<>(readers);
        while (!unfinished.isEmpty()) {
            unfinished.removeIf(reader -> !reader.parts().hasNext());
            for (Reader reader : unfinished) {
                reader.node()
                        .tell(new Input.Remembered(reader.parts().next(), List.of()))
                        .join();
            }
        }
        readers.forEach(this::finish);
    }

    private void finish(Reader reader) {
        NodeServer node = reader.node();
        List<PeerInfo> peers = reader.store().storedPeers();
        node.prepare(new Input.Remembered(List.of(), peers)).join();
        StorageStats kept = reader.store().stats();
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
