package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/**
 * Remembers who broke which rule when, and puts whoever does so again and again on the blacklist. A stranger has no name to
 * remember, and the port that he dials from none worth it: he only loses his connection.
 */
final class Discipline {
    /** Pairs of peer and rule that are remembered; the one that was heard of first is forgotten first. */
    private static final int MAX_RECORDS = 1_000;

    /** A handshake that was lost on the way makes an honest peer break rules too, until it gives up after some seconds. */
    static final int MAX_SLIPS_OF_STRANGER = 100;

    private final NodeContext context;
    private final PeerTable peers;
    private final ConnectionPool pool;
    private final Blacklist blacklist;
    private final Handshakes handshakes;
    private final Map<Offence, ArrayDeque<Long>> records = new LinkedHashMap<>();

    private record Offence(PeerId peer, Misbehaviour rule) {}

    Discipline(NodeContext context, PeerTable peers, ConnectionPool pool, Blacklist blacklist, Handshakes handshakes) {
        this.context = context;
        this.peers = peers;
        this.pool = pool;
        this.blacklist = blacklist;
        this.handshakes = handshakes;
    }

    /** A rule was broken on this connection. */
    void misbehaved(Connection connection, Misbehaviour rule) {
        PeerId peer = connection.peer;
        if (!connection.registered && ++connection.slips >= MAX_SLIPS_OF_STRANGER && !connection.isEnding()) {
            handshakes.end(connection, DisconnectReason.NO_HANDSHAKE);
        }
        switch (rule.penalty()) {
            case Penalty.Ignore _, Penalty.Disconnect _ -> {}
            case Penalty.Blacklisting penalty -> {
                if (peer != null && connection.registered && isLastStrike(new Offence(peer, rule), penalty)) {
                    String reason = rule.what() + ", " + penalty.strikes() + " times";
                    exclude(peer, reason, false, penalty.duration());
                }
            }
        }
    }

    private boolean isLastStrike(Offence offence, Penalty.Blacklisting penalty) {
        ArrayDeque<Long> times = records.computeIfAbsent(offence, _ -> new ArrayDeque<>());
        if (records.size() > MAX_RECORDS) {
            records.remove(records.keySet().iterator().next());
        }
        long oldestThatCounts = context.now - penalty.within().toNanos();
        times.addLast(context.now);
        times.removeIf(time -> time < oldestThatCounts);
        boolean isLast = times.size() >= penalty.strikes();
        if (isLast) {
            records.remove(offence);
        }
        return isLast;
    }

    void gauge(Gauge gauge) {
        gauge.holds("offences", records.size(), MAX_RECORDS);
    }

    /** Puts a peer on the blacklist and ends its connection; {@code duration} null means for ever. */
    void exclude(PeerId peer, String reason, boolean byUser, @Nullable Duration duration) {
        Connection connection = peers.ofPeer(peer);
        Endpoint address = connection != null && connection.dialled ? connection.remote : pool.addressOf(peer);
        blacklist.add(peer, address, reason, byUser, duration);
        if (connection != null) {
            handshakes.end(connection, DisconnectReason.BLACKLISTED);
        }
    }
}
