package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.polytorus.simulator.wire.Message;

/**
 * Pings every peer, measures the round trips, and finds the peers that no longer answer. Each ping is followed by the
 * node's tip, which repairs whatever a lossy link lost and keeps connections of real PolyTorus nodes warm: those close
 * after 30 s without a frame, so the interval is not longer than 20 s, unless ten minutes or more are asked for: whoever asks for
 * that does without them.
 */
final class KeepAlive extends Timed {
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(20);

    private static final Duration LONG_ON_PURPOSE = Duration.ofMinutes(10);

    /** A tenth of the interval is drawn anew each time, so that the pings of a whole testnet do not come in waves. */
    private static final int SPREAD = 10;

    /** The protocol has no checksums, so a peer id that was altered on its way would stay as long as its connection. */
    private static final int ROUNDS_UNTIL_CONFIRMED = 3;

    private final NodeContext context;
    private final PeerTable peers;
    private final Consumer<Connection> sendTip;
    private final Consumer<Connection> confirm;
    private final Consumer<Connection> dropStale;
    private final long intervalNanos;
    private final long timeoutNanos;

    /**
     * @param sendTip tells a peer of the chain that this node follows
     * @param confirm tells a peer once more who this node is
     * @param dropStale ends the connection with a peer that no longer answers
     */
    KeepAlive(
            NodeContext context,
            PeerTable peers,
            Consumer<Connection> sendTip,
            Consumer<Connection> confirm,
            Consumer<Connection> dropStale) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.sendTip = sendTip;
        this.confirm = confirm;
        this.dropStale = dropStale;
        Duration wished = context.settings.pingInterval();
        boolean asWished = wished.compareTo(LONGEST_INTERVAL) < 0 || wished.compareTo(LONG_ON_PURPOSE) >= 0;
        this.intervalNanos = (asWished ? wished : LONGEST_INTERVAL).toNanos();
        this.timeoutNanos = context.settings.peerTimeout().toNanos();
    }

    /** A new peer is pinged at once, so that its round trip is known from the start. */
    void registered(Connection peer) {
        peer.lastPongNanos = context.now;
        ping(peer);
    }

    @Override
    void run() {
        due(NEVER);
        for (Connection peer : new ArrayList<>(peers.peers())) {
            if (context.now - peer.lastPongNanos >= timeoutNanos) {
                dropStale.accept(peer);
                continue;
            }
            if (peer.nextPingNanos <= context.now) {
                ping(peer);
                sendTip.accept(peer);
                if (++peer.rounds % ROUNDS_UNTIL_CONFIRMED == 0) {
                    confirm.accept(peer);
                }
            }
            dueBy(Math.min(peer.nextPingNanos, peer.lastPongNanos + timeoutNanos));
        }
    }

    /** The network was mended: who was silent perhaps is so no longer, and has missed something. */
    void retryNow() {
        for (Connection peer : peers.peers()) {
            peer.nextPingNanos = context.now;
            peer.heightAtLastRound = Connection.WHATEVER_THERE_IS;
        }
        due(context.now);
    }

    void ping(Connection peer) {
        long nonce = context.random.nextLong();
        peer.pingSent(nonce, context.now);
        peer.nextPingNanos = context.now + intervalNanos - context.within(intervalNanos / SPREAD);
        dueBy(peer.nextPingNanos);
        context.send(peer, new Message.Ping(nonce, context.nowSeconds()));
    }

    void pong(Connection peer, Message.Pong pong) {
        if (peer.pongReceived(pong.nonce(), context.now) && peer.registered) {
            context.observe(new Observation.RoundTripMeasured(peer.peerId(), peer.roundTripNanos));
        }
    }
}
