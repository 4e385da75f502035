package org.polytorus.simulator.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.PeerId;

/** A look into a node between two inputs, for checks that come after every one of them: hardly anything is copied. */
public interface NodeSight {

    boolean isRunning();

    /** The work that this node asks of a block at least, in hex zeros. */
    int minimumDifficulty();

    ChainView chain();

    NetworkStats stats();

    /** Every connection that the node believes to be open, oldest first. */
    List<OpenConnection> connections();

    /** Every address that it wants to be connected to. */
    List<Wanted> addresses();

    /** When its pool looks at its addresses next, in nanoseconds since the Unix epoch, or {@link Long#MAX_VALUE}. */
    long poolDueNanos();

    /** Tells of everything that is bounded. */
    void gauge(Gauge gauge);

    /** A connection as its node knows it. */
    record OpenConnection(
            ConnectionId id,
            Endpoint remote,
            boolean dialled,
            @Nullable PeerId peer,
            boolean registered,
            boolean visit,
            boolean ending) {}

    /**
     * An address in the pool.
     *
     * @param peer who was found there, or null before anybody was
     * @param nextTryNanos of one that waits: when it is to be dialled, or {@link Long#MAX_VALUE} for never
     */
    record Wanted(Endpoint address, Stage stage, @Nullable PeerId peer, long nextTryNanos) {}

    /** The states of an address, of which it is in exactly one. */
    enum Stage {
        WAITING,
        PENDING,
        ACTIVE,
        /** Its peer is connected over a connection that the other side dialled. */
        SATISFIED,
        /** Leads back to this node: never dialled again. */
        SELF
    }
}
