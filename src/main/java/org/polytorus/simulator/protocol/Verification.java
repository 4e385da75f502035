package org.polytorus.simulator.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.Endpoint;

/**
 * Compares, every minute, the connections that this node knows with those that its host has open. Each side is the truth
 * about its own: what the host no longer has is closed here, what is unknown here is closed there. Either would be a fault,
 * of the host's or of ours; the node outlives it, and says so.
 */
final class Verification extends Timed {
    static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final NodeContext context;
    private final PeerTable peers;
    private final Handshakes handshakes;

    Verification(NodeContext context, PeerTable peers, Handshakes handshakes) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.handshakes = handshakes;
    }

    void start() {
        due(context.now + INTERVAL_NANOS);
    }

    @Override
    void run() {
        due(context.now + INTERVAL_NANOS);
        context.emit(new Output.ListConnections());
    }

    /** The host has answered. */
    void compare(List<ConnectionId> openAtHost) {
        Set<ConnectionId> open = new LinkedHashSet<>(openAtHost);
        for (Connection known : peers.all()) {
            if (!open.remove(known.id)) {
                Endpoint remote = known.remote;
                context.observe(new Observation.OrphanRemoved(known.id, remote, "the host does not have it"));
                handshakes.closed(known, "it was gone without a word");
            }
        }
        for (ConnectionId unknown : open) {
            context.observe(new Observation.OrphanRemoved(unknown, null, "the peer table does not have it"));
            context.emit(new Output.Disconnect(unknown, DisconnectReason.ORPHAN));
        }
    }
}
