package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;

/**
 * What peers that were lost would have been told meanwhile: blocks and transactions, kept for five minutes and delivered
 * after the peer's return. Nothing is kept for a peer that was sent away on purpose. Frames are shared between mailboxes, so
 * that many of them hold little more than one.
 */
final class AwayPeers extends Timed {
    /** Peers that are waited for; the one that has been away longest is given up first. */
    static final int MAX_PEERS = 100;

    private final NodeContext context;
    private final Map<PeerId, Mailbox> mailboxes = new LinkedHashMap<>();

    AwayPeers(NodeContext context) {
        super(context);
        this.context = context;
    }

    /** What waits for one peer. */
    final class Mailbox {
        private final long sinceNanos = context.now;
        private final boolean announces;
        private final OutboundQueue queue = new OutboundQueue(context.outbox.counters());

        private Mailbox(boolean announces) {
            this.announces = announces;
        }

        /** Whether the peer asks for what is announced; else it gets everything in full. */
        boolean announces() {
            return announces;
        }

        void keep(MessageKind kind, byte[] frame) {
            queue.add(new OutboundQueue.Waiting(kind, frame, context.now));
        }
    }

    /** A registered peer's connection has ended. */
    void left(Connection lost) {
        List<OutboundQueue.Waiting> unsent = context.outbox.close(lost);
        if (!mayReturn(lost)) {
            context.outbox.counters().dropped(unsent.size());
            return;
        }
        Mailbox mailbox = new Mailbox(lost.announces());
        unsent.forEach(mailbox.queue::add);
        mailboxes.put(lost.peerId(), mailbox);
        if (mailboxes.size() > MAX_PEERS) {
            giveUp(mailboxes.keySet().iterator().next());
        }
        long patienceEnds = context.now + OutboundQueue.EXPIRY_NANOS;
        dueBy(Math.min(patienceEnds, mailbox.queue.nextExpiryNanos()));
    }

    /** Whether the connection ended without anybody wanting the peer to be gone. */
    static boolean mayReturn(Connection lost) {
        DisconnectReason reason = lost.ending;
        return reason == null
                || switch (reason) {
                    case STALE, MALFORMED, DUPLICATE, ORPHAN -> true;
                    case STOPPING,
                            SELF,
                            WRONG_VERSION,
                            NO_HANDSHAKE,
                            SECOND_HANDSHAKE,
                            CHANGED_IDENTITY,
                            REJECTED,
                            TOO_MANY_PEERS,
                            VISIT_OVER,
                            BLACKLISTED,
                            REPLACED,
                            RELEASED -> false;
                };
    }

    /** A peer is registered (again): it gets what has waited for it. */
    void returned(Connection peer) {
        Mailbox mailbox = mailboxes.remove(peer.peerId());
        if (mailbox != null) {
            mailbox.queue.expire(context.now);
            context.outbox.deliver(peer, mailbox.queue.drain());
        }
    }

    /** This node stops, and with it its patience. */
    void giveUpAll() {
        new ArrayList<>(mailboxes.keySet()).forEach(this::giveUp);
    }

    private void giveUp(PeerId peer) {
        Mailbox mailbox = mailboxes.remove(peer);
        if (mailbox != null) {
            context.outbox.counters().dropped(mailbox.queue.size());
        }
    }

    Collection<Mailbox> mailboxes() {
        return mailboxes.values();
    }

    void gauge(Gauge gauge) {
        gauge.holds("peers that are away", mailboxes.size(), MAX_PEERS);
        for (Mailbox mailbox : mailboxes.values()) {
            mailbox.queue.gauge(gauge);
        }
    }

    int waiting(Priority priority) {
        return mailboxes.values().stream()
                .mapToInt(mailbox -> mailbox.queue.size(priority))
                .sum();
    }

    List<NodeView.AwayPeer> views() {
        return mailboxes.entrySet().stream()
                .map(entry -> new NodeView.AwayPeer(
                        entry.getKey(),
                        entry.getValue().sinceNanos,
                        entry.getValue().queue.size(),
                        entry.getValue().queue.dropped()))
                .toList();
    }

    @Override
    void run() {
        due(NEVER);
        for (Map.Entry<PeerId, Mailbox> entry : List.copyOf(mailboxes.entrySet())) {
            Mailbox mailbox = entry.getValue();
            mailbox.queue.expire(context.now);
            long patienceEnds = mailbox.sinceNanos + OutboundQueue.EXPIRY_NANOS;
            if (patienceEnds <= context.now) {
                giveUp(entry.getKey());
            } else {
                dueBy(Math.min(patienceEnds, mailbox.queue.nextExpiryNanos()));
            }
        }
    }
}
