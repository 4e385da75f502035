package org.polytorus.simulator.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.Recent;
import org.polytorus.simulator.chain.ValidBlocks;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.EncodedSize;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * Lets nodes of one thread hold one copy of what they all know: equal blocks, transactions and hashes that follow each other
 * closely become the same object. Only what is equal in every field is taken for the same, so a node never gets anything but
 * what it was sent. Belongs to that thread.
 */
public final class SharedValues {
    /** Payloads of blocks and transactions whose decoding is remembered: what makes its round through a testnet just now. */
    static final long MAX_PAYLOAD_BYTES = 4L << 20;

    /** Encoded bytes of blocks that are looked through for an equal one. */
    static final long MAX_BLOCK_BYTES = 16L << 20;

    /** Encoded bytes of transactions that are looked through for an equal one. */
    static final long MAX_TRANSACTION_BYTES = 16L << 20;

    static final int MAX_HASHES = 20_000;

    /** What an entry weighs besides its bytes, about. */
    private static final int ENTRY_BYTES = 100;

    private final Recent<Bytes, Message> messages = new Recent<>(MAX_PAYLOAD_BYTES);
    private final Recent<String, Block> blocks = new Recent<>(MAX_BLOCK_BYTES);
    private final Recent<String, Transaction> transactions = new Recent<>(MAX_TRANSACTION_BYTES);
    private final Recent<Hash, Hash> hashes = new Recent<>(MAX_HASHES);
    private final ValidBlocks validBlocks = new ValidBlocks();
    private final ShortMessages shortMessages = new ShortMessages(validBlocks::shared);
    private final SharedFrames frames = new SharedFrames();
    /** The block or transaction decoded last: it mostly goes to several nodes in a row, and as the same array. */
    private byte[] latestPayload = {};

    private @Nullable Message latest;

    /** The verdicts on blocks that the nodes share. */
    ValidBlocks validBlocks() {
        return validBlocks;
    }

    /** The frames that the nodes share. */
    SharedFrames frames() {
        return frames;
    }

    /** Decodes a payload, unless the very same bytes were decoded lately. */
    @SuppressWarnings("ReferenceEquality") // The same array needs no comparison; equal ones are found by their content.
    Message decode(byte[] payload) throws WireException {
        MessageKind kind = payload.length == 0 ? null : MessageKind.ofTag(payload[0]);
        if (ShortMessages.isWorthIt(kind, payload.length)) {
            return shortMessages.decode(payload);
        }
        if (kind != MessageKind.BLOCK_DATA && kind != MessageKind.TRANSACTION_DATA) {
            return MessageCodec.decodePayload(payload);
        }
        Message same = latest;
        if (same == null || payload != latestPayload) {
            same = decodeLarge(payload);
            latest = same;
            latestPayload = payload;
        }
        return same;
    }

    private Message decodeLarge(byte[] payload) throws WireException {
        Bytes key = Bytes.wrap(payload);
        Message known = messages.get(key);
        if (known != null) {
            return known;
        }
        Message decoded = shared(MessageCodec.decodePayload(payload));
        messages.put(key, decoded, payload.length + ENTRY_BYTES);
        return decoded;
    }

    /** An equal block that was seen lately, or this one, with transactions that were seen lately where there are any. */
    Block block(Block block) {
        Block known = blocks.get(block.hash());
        if (known != null && known.equals(block)) {
            return known;
        }
        Block shared = withSharedTransactions(block);
        blocks.put(block.hash(), shared, EncodedSize.of(block) + ENTRY_BYTES);
        return shared;
    }

    /** An equal transaction that was seen lately, or this one. */
    Transaction transaction(Transaction transaction) {
        Transaction known = transactions.get(transaction.id());
        if (known != null && known.equals(transaction)) {
            return known;
        }
        transactions.put(transaction.id(), transaction, EncodedSize.of(transaction) + ENTRY_BYTES);
        return transaction;
    }

    /** An equal hash that was seen lately, or this one. */
    Hash hash(Hash hash) {
        Hash known = hashes.get(hash);
        if (known == null) {
            hashes.put(hash, hash, 1);
        }
        return known == null ? hash : known;
    }

    /** The hash that a text names, as {@link Hash#parse} reads it. */
    @Nullable
    Hash parse(String text) {
        return shortMessages.parse(text);
    }

    private Message shared(Message message) {
        return switch (message) {
            case Message.BlockData data -> new Message.BlockData(block(data.block()));
            case Message.TransactionData data -> new Message.TransactionData(transaction(data.transaction()));
            case Message.Handshake _,
                    Message.HandshakeAck _,
                    Message.Ping _,
                    Message.Pong _,
                    Message.BlockAnnouncement _,
                    Message.TransactionAnnouncement _,
                    Message.BlockRequest _,
                    Message.TransactionRequest _,
                    Message.PeerList _,
                    Message.StatusUpdate _,
                    Message.FindNode _,
                    Message.FoundNodes _,
                    Message.ErrorMessage _ -> message;
        };
    }

    private Block withSharedTransactions(Block block) {
        List<Transaction> shared =
                block.transactions().stream().map(this::transaction).toList();
        return new Block(
                block.timestamp(),
                shared,
                block.previousHash(),
                block.hash(),
                block.nonce(),
                block.height(),
                block.difficulty(),
                block.difficultyConfig(),
                block.miningStats(),
                block.commitment());
    }
}
