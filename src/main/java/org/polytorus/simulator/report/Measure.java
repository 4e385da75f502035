package org.polytorus.simulator.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** A figure of a node that is sampled during a run. The last eight are PolyTorus's counters, by its own names. */
public enum Measure {
    /** 1 while the node runs, else 0. */
    RUNNING,
    HEIGHT,
    PEERS,
    MEMPOOL,
    REORGANISATIONS,
    TOTAL_CONNECTIONS(Counter.TOTAL_CONNECTIONS),
    ACTIVE_CONNECTIONS(Counter.ACTIVE_CONNECTIONS),
    MESSAGES_SENT(Counter.MESSAGES_SENT),
    MESSAGES_RECEIVED(Counter.MESSAGES_RECEIVED),
    BYTES_SENT(Counter.BYTES_SENT),
    BYTES_RECEIVED(Counter.BYTES_RECEIVED),
    BLOCKS_PROPAGATED(Counter.BLOCKS_PROPAGATED),
    TRANSACTIONS_PROPAGATED(Counter.TRANSACTIONS_PROPAGATED);

    /** How many there are. */
    static final int COUNT = values().length;

    private static final List<Measure> ALL = List.of(values());

    private final @Nullable Counter counter;

    Measure() {
        counter = null;
    }

    Measure(Counter counter) {
        this.counter = counter;
    }

    /** As it is called in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it goes up and down; the others only ever grow. */
    public boolean isLevel() {
        return this == RUNNING || this == HEIGHT || this == PEERS || this == MEMPOOL || this == ACTIVE_CONNECTIONS;
    }

    /** Whether it is one of PolyTorus's eight counters. */
    public boolean isCounter() {
        return counter != null;
    }

    /** Its place among the others. */
    int column() {
        return ALL.indexOf(this);
    }

    long of(NodeSnapshot node) {
        return switch (this) {
            case RUNNING -> node.state() == NodeSnapshot.State.RUNNING ? 1 : 0;
            case HEIGHT -> node.height();
            case PEERS -> node.peers().size();
            case MEMPOOL -> node.mempoolSize();
            case REORGANISATIONS -> node.reorganisations();
            case TOTAL_CONNECTIONS,
                    ACTIVE_CONNECTIONS,
                    MESSAGES_SENT,
                    MESSAGES_RECEIVED,
                    BYTES_SENT,
                    BYTES_RECEIVED,
                    BLOCKS_PROPAGATED,
                    TRANSACTIONS_PROPAGATED -> Objects.requireNonNull(counter).of(node.stats());
        };
    }
}
