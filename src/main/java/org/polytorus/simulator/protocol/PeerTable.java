package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;

/** All open connections, and which of them is the one of each registered peer. */
final class PeerTable {
    /** Connections of strangers that have not shaken hands yet; more are turned away. */
    static final int MAX_UNREGISTERED = 128;

    private final ConnectionMap<Connection> open = new ConnectionMap<>(connection -> connection.id);
    /** The registered ones in the order of their peers' ids. */
    private final ArrayList<Connection> registered = new ArrayList<>();

    private final List<Connection> readable = Collections.unmodifiableList(registered);
    private int changes;

    void opened(Connection connection) {
        open.put(connection);
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
        int place = place(peer);
        return place < 0 ? null : registered.get(place);
    }

    void register(Connection connection) {
        connection.registered = true;
        int place = place(connection.peerId());
        if (place < 0) {
            registered.add(-place - 1, connection);
        } else {
            registered.set(place, connection);
        }
        changes++;
    }

    void unregister(Connection connection) {
        connection.registered = false;
        registered.remove(connection);
        changes++;
    }

    /** The registered connections in the order of their peers' ids; not a copy, for loops that change nothing. */
    Collection<Connection> peers() {
        return readable;
    }

    /** A number that is another one after peers have come or gone. */
    int changes() {
        return changes;
    }

    int peerCount() {
        return registered.size();
    }

    /** A copy of all open connections, oldest first. */
    List<Connection> all() {
        return open.values();
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

    /** As {@link Collections#binarySearch} tells it. */
    private int place(PeerId peer) {
        int low = 0;
        int high = registered.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = registered.get(middle).peerId().compareTo(peer);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }
}
