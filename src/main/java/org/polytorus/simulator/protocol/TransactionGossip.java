package org.polytorus.simulator.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.chain.TransactionFlaw;
import org.polytorus.simulator.chain.TransactionHasher;
import org.polytorus.simulator.chain.TransactionValidator;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** How transactions travel: announced to peers that ask, sent in full to real PolyTorus nodes, which never do. */
final class TransactionGossip {
    private final NodeContext context;
    private final QualityOfService quality;
    private final AwayPeers away;
    private final Mempool mempool;
    private final RequestTracker requests;

    TransactionGossip(NodeContext context, QualityOfService quality, AwayPeers away, Mempool mempool) {
        this.context = context;
        this.quality = quality;
        this.away = away;
        this.mempool = mempool;
        this.requests = new RequestTracker(
                context,
                quality,
                (peer, hash) -> context.send(peer, new Message.TransactionRequest(hash.transactionText())));
    }

    RequestTracker requests() {
        return requests;
    }

    void announced(Connection from, Message.TransactionAnnouncement announcement) {
        Hash hash = context.shared.parse(announcement.txHash());
        if (hash == null) {
            context.misbehaved(from, Misbehaviour.UNREADABLE_HASH, "in a transaction announcement");
            return;
        }
        from.knownTransactions.add(hash);
        boolean known = mempool.isKnown(hash);
        context.observeCopy(MessageKind.TRANSACTION_ANNOUNCEMENT, hash, from, known);
        if (from.mayAnswer() && !known) {
            requests.want(hash, from);
        }
    }

    void requested(Connection from, Message.TransactionRequest request) {
        Hash hash = Hash.parse(request.txHash());
        if (hash == null) {
            context.misbehaved(from, Misbehaviour.UNREADABLE_HASH, "in a transaction request");
            return;
        }
        if (requests.isAskedOf(from, hash)) {
            from.echoed();
            requests.refused(hash);
            return;
        }
        Transaction transaction = mempool.get(hash);
        if (transaction != null) {
            from.knownTransactions.add(hash);
            context.send(from, new Message.TransactionData(transaction));
        }
    }

    void received(Connection from, Message.TransactionData data, int bytes) {
        from.promises.kept(context.now);
        Hash hash = context.shared.hash(TransactionHasher.hash(data.transaction()));
        from.knownTransactions.add(hash);
        requests.arrived(hash, from);
        if (mempool.isKnown(hash)) {
            context.observeCopy(MessageKind.TRANSACTION_DATA, hash, from, true);
            return;
        }
        Optional<TransactionFlaw> flaw =
                TransactionValidator.check(data.transaction(), hash, bytes, context.settings.maxBlockBytes());
        if (flaw.isPresent()) {
            context.misbehaved(
                    from, Misbehaviour.INVALID_TRANSACTION, flaw.get().text());
            return;
        }
        context.observeCopy(MessageKind.TRANSACTION_DATA, hash, from, false);
        if (mempool.add(data.transaction(), hash, bytes)) {
            from.quality.useful(bytes, context.now);
            relay(data.transaction(), hash);
        }
    }

    /** Whether it waits for a block, or was included in one lately. */
    boolean isKnown(Hash hash) {
        return mempool.isKnown(hash);
    }

    /** Takes a transaction of this node's own making. False if the mempool has no room. */
    boolean created(Transaction created) {
        Transaction transaction = context.shared.transaction(created);
        Hash hash = context.shared.hash(TransactionHasher.hash(transaction));
        int bytes = MessageCodec.encodePayload(new Message.TransactionData(transaction)).length;
        if (!mempool.add(transaction, hash, bytes)) {
            return false;
        }
        if (context.settings.tellsCopies()) {
            context.observe(new Observation.TransactionBegan(hash));
        }
        relay(transaction, hash);
        return true;
    }

    private void relay(Transaction transaction, Hash hash) {
        byte[] announcement = MessageCodec.encodeFrame(new Message.TransactionAnnouncement(hash.transactionText()));
        byte @Nullable [] full = null;
        for (Connection peer : quality.inOrder()) {
            if (!peer.knownTransactions.add(hash)) {
                continue;
            }
            if (peer.announces()) {
                context.sendFrame(peer, MessageKind.TRANSACTION_ANNOUNCEMENT, announcement);
            } else {
                full = full == null ? MessageCodec.encodeFrame(new Message.TransactionData(transaction)) : full;
                context.sendFrame(peer, MessageKind.TRANSACTION_DATA, full);
            }
        }
        for (AwayPeers.Mailbox mailbox : away.mailboxes()) {
            if (mailbox.announces()) {
                mailbox.keep(MessageKind.TRANSACTION_ANNOUNCEMENT, announcement);
            } else {
                full = full == null ? MessageCodec.encodeFrame(new Message.TransactionData(transaction)) : full;
                mailbox.keep(MessageKind.TRANSACTION_DATA, full);
            }
        }
    }
}
