package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;

/** All open connections, and which of them is the one of each registered peer. */
final class PeerTable {
    /** Connections of strangers that have not shaken hands yet; more are turned away. */
    static final int MAX_UNREGISTERED = 128;

    private final Map<ConnectionId, Connection> open = new LinkedHashMap<>();
    private final Map<PeerId, Connection> registered = new TreeMap<>();

    void opened(Connection connection) {
        open.put(connection.id, connection);
    }

    @Nullable
    Connection get(ConnectionId id) {
        return open.get(id);
    }

    void removed(Connection connection) {
        open.remove(connection.id);
    }

    @Nullable
    Connection ofPeer(PeerId peer) {
        return registered.get(peer);
    }

    void register(Connection connection) {
        connection.registered = true;
        registered.put(connection.peerId(), connection);
    }

    void unregister(Connection connection) {
        connection.registered = false;
        registered.remove(connection.peerId(), connection);
    }

    /** The registered connections in the order of their peers' ids; not a copy, for loops that change nothing. */
    Collection<Connection> peers() {
        return Collections.unmodifiableCollection(registered.values());
    }

    int peerCount() {
        return registered.size();
    }

    /** A copy of all open connections, oldest first. */
    List<Connection> all() {
        return new ArrayList<>(open.values());
    }

    void gauge(Gauge gauge, int maxPeers) {
        gauge.holds("peers", registered.size(), maxPeers);
        for (Connection connection : open.values()) {
            connection.gauge(gauge);
        }
    }

    boolean hasRoomForStranger() {
        return open.size() - registered.size() < MAX_UNREGISTERED;
    }

    /** The stranger that connected to us first of those who still have not said who they are, or null. */
    @Nullable
    Connection oldestStranger() {
        for (Connection connection : open.values()) {
            if (!connection.registered && !connection.dialled && !connection.isEnding()) {
                return connection;
            }
        }
        return null;
    }
}
