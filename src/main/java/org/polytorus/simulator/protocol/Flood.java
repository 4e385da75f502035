package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/**
 * Sends messages at a steady rate. What a congested peer cannot take is not queued but counted as held back: a flood must
 * not fill this node's own memory. It goes past the rate limit as well, since it is meant to hurt.
 */
final class Flood extends Timed {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Messages are sent in bursts no closer than this, so that a high rate does not mean a wake-up for each. */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Who is behind goes on as soon as others have had their turn. */
    private static final long NEXT_TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(1);

    /** The whole frame of a flood's transaction without padding. */
    static final int BARE_TRANSACTION_FRAME_BYTES = MessageCodec.encodeFrame(
                    new Message.TransactionData(TransactionFactory.payment("flood", "flood", 1, 0, 0)))
            .length;

    private static final int BARE_REMARK_FRAME_BYTES = MessageCodec.encodeFrame(new Message.ErrorMessage("")).length;

    /** What was missed while the node was busy is made up for in bursts of at most this many. */
    private static final int MAX_BURST = 16_000;

    /** The host tells of congestion between two bursts, not within one; more at once would cost the connection. */
    private static final long MAX_BURST_BYTES = 2L << 20;

    private final NodeContext context;
    private final PeerTable peers;
    private final BlockGossip blocks;
    private Input.@Nullable StartFlood order;
    /** All remarks of a flood are the same one. */
    private byte @Nullable [] remark;

    private long startedNanos;
    private long sent;
    private long heldBack;

    Flood(NodeContext context, PeerTable peers, BlockGossip blocks) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.blocks = blocks;
    }

    void start(Input.StartFlood flood) {
        stop();
        order = flood;
        remark = flood.kind() == FloodKind.REMARK ? remark(flood.messageBytes()) : null;
        startedNanos = context.now;
        due(context.now);
        sent = 0;
        heldBack = 0;
        context.observe(new Observation.FloodStarted(flood.messagesPerSecond() + " messages/s of kind " + flood.kind()
                + " for " + flood.duration().toSeconds() + " s"));
    }

    void stop() {
        if (order != null) {
            order = null;
            due(NEVER);
            context.observe(new Observation.FloodEnded(sent, heldBack));
        }
    }

    @Override
    void run() {
        Input.StartFlood flood = order;
        if (flood == null) {
            due(NEVER);
            return;
        }
        long end = startedNanos + flood.duration().toNanos();
        long elapsed = Math.min(context.now, end) - startedNanos;
        long due = (long) ((double) elapsed * flood.messagesPerSecond() / NANOS_PER_SECOND);
        List<Connection> targets = targets(flood.target());
        long missing = due - sent - heldBack;
        long burst = Math.min(missing, Math.min(MAX_BURST, Math.max(1, MAX_BURST_BYTES / flood.messageBytes())));
        for (long i = 0; i < burst; i++) {
            sendOne(flood, targets);
        }
        if (context.now >= end && missing <= burst) {
            stop();
        } else {
            long pause = Math.max(NANOS_PER_SECOND / flood.messagesPerSecond(), SHORTEST_PAUSE_NANOS);
            due(context.now + (missing > burst ? NEXT_TURN_NANOS : pause));
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
            byte[] ready = remark;
            if (ready != null) {
                context.outbox.sendUnlimited(target, MessageKind.ERROR, ready);
            } else {
                Message message = message(flood);
                context.outbox.sendUnlimited(target, message.kind(), MessageCodec.encodeFrame(message));
            }
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
            case REMARK -> throw new IllegalStateException("remarks are encoded once for the whole flood");
        };
    }

    private static byte[] remark(int frameBytes) {
        int textBytes = Math.max(0, frameBytes - BARE_REMARK_FRAME_BYTES);
        return MessageCodec.encodeFrame(new Message.ErrorMessage(".".repeat(textBytes)));
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
