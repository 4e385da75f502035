package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/**
 * Sends messages at a steady rate. What a congested peer cannot take is not queued but counted as held back: a flood must
 * not fill this node's own memory. It goes past the rate limit as well, since it is meant to hurt.
 */
final class Flood implements Timed {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Messages are sent in bursts no closer than this, so that a high rate does not mean a wake-up for each. */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** The whole frame of a flood's transaction without padding. */
    static final int BARE_TRANSACTION_FRAME_BYTES = MessageCodec.encodeFrame(
                    new Message.TransactionData(TransactionFactory.payment("flood", "flood", 1, 0, 0)))
            .length;

    /** What was missed while the node was busy is made up for in bursts of at most this many. */
    private static final int MAX_BURST = 4_000;

    private final NodeContext context;
    private final PeerTable peers;
    private final BlockGossip blocks;
    private Input.@Nullable StartFlood order;
    private long startedNanos;
    private long nextNanos = NEVER;
    private long sent;
    private long heldBack;

    Flood(NodeContext context, PeerTable peers, BlockGossip blocks) {
        this.context = context;
        this.peers = peers;
        this.blocks = blocks;
    }

    void start(Input.StartFlood flood) {
        stop();
        order = flood;
        startedNanos = context.now;
        nextNanos = context.now;
        sent = 0;
        heldBack = 0;
        context.observe(new Observation.FloodStarted(flood.messagesPerSecond() + " messages/s of kind " + flood.kind()
                + " for " + flood.duration().toSeconds() + " s"));
    }

    void stop() {
        if (order != null) {
            order = null;
            nextNanos = NEVER;
            context.observe(new Observation.FloodEnded(sent, heldBack));
        }
    }

    @Override
    public long nextDueNanos() {
        return nextNanos;
    }

    @Override
    public void run() {
        Input.StartFlood flood = order;
        if (flood == null) {
            nextNanos = NEVER;
            return;
        }
        long end = startedNanos + flood.duration().toNanos();
        long elapsed = Math.min(context.now, end) - startedNanos;
        long due = (long) ((double) elapsed * flood.messagesPerSecond() / NANOS_PER_SECOND);
        List<Connection> targets = targets(flood.target());
        long missing = due - sent - heldBack;
        long burst = Math.min(missing, MAX_BURST);
        for (long i = 0; i < burst; i++) {
            sendOne(flood, targets);
        }
        if (context.now >= end && missing <= burst) {
            stop();
        } else {
            long pause = Math.max(NANOS_PER_SECOND / flood.messagesPerSecond(), SHORTEST_PAUSE_NANOS);
            nextNanos = context.now + pause;
        }
    }

    private List<Connection> targets(@Nullable PeerId target) {
        if (target == null) {
            return new ArrayList<>(peers.peers());
        }
        Connection one = peers.ofPeer(target);
        return one == null ? List.of() : List.of(one);
    }

    private void sendOne(Input.StartFlood flood, List<Connection> targets) {
        if (targets.isEmpty()) {
            heldBack++;
            return;
        }
        Connection target = targets.get((int) ((sent + heldBack) % targets.size()));
        if (target.congested) {
            heldBack++;
        } else {
            Message message = message(flood);
            context.outbox.sendUnlimited(target, message.kind(), MessageCodec.encodeFrame(message));
            sent++;
        }
    }

    private Message message(Input.StartFlood flood) {
        return switch (flood.kind()) {
            case PING -> new Message.Ping(context.random.nextLong(), context.nowSeconds());
            case STATUS_UPDATE -> new Message.StatusUpdate(blocks.height());
            case BLOCK_ANNOUNCEMENT ->
                new Message.BlockAnnouncement(randomHash().blockText(), blocks.height() + 1);
            case TRANSACTION ->
                new Message.TransactionData(TransactionFactory.payment(
                        "flood", "flood", 1, context.random.nextLong(), paddingFor(flood.messageBytes())));
        };
    }

    private static int paddingFor(int messageBytes) {
        return Math.max(0, messageBytes - BARE_TRANSACTION_FRAME_BYTES);
    }

    private Hash randomHash() {
        return new Hash(
                context.random.nextLong(),
                context.random.nextLong(),
                context.random.nextLong(),
                context.random.nextLong());
    }

    NodeView.@Nullable FloodView view() {
        Input.StartFlood flood = order;
        return flood == null
                ? null
                : new NodeView.FloodView(
                        flood.kind(),
                        flood.messagesPerSecond(),
                        sent,
                        heldBack,
                        startedNanos + flood.duration().toNanos());
    }
}
