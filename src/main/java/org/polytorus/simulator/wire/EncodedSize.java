package org.polytorus.simulator.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;

/**
 * How many bytes the encoding of a value takes, counted without writing it: what bounds in bytes are held against, and
 * what lets the encoder allocate once and copy nothing.
 */
public final class EncodedSize {
    private static final int LENGTH = Long.BYTES;
    private static final int TAG = Integer.BYTES;
    private static final int I32 = Integer.BYTES;
    private static final int U64 = Long.BYTES;
    private static final int U128 = 16;

    /** Timestamp, number of transactions, nonce, height, difficulty, its five limits, and the four mining figures. */
    private static final int FIXED_OF_BLOCK = U128 + LENGTH + 2 * I32 + U64 + 5 * U64 + (U128 + LENGTH + 2 * U64);

    private EncodedSize() {}

    static int ofPayload(Message message) {
        return TAG
                + switch (message) {
                    case Message.Handshake m -> PeerEncoding.PEER_ID_BYTES + 2 * I32 + U64 + of(m.nodeType());
                    case Message.HandshakeAck _ -> PeerEncoding.PEER_ID_BYTES + 1;
                    case Message.Ping _ -> 2 * U64;
                    case Message.Pong _ -> 2 * U64;
                    case Message.BlockAnnouncement m -> of(m.blockHash()) + I32;
                    case Message.BlockData m -> of(m.block());
                    case Message.TransactionAnnouncement m -> of(m.txHash());
                    case Message.TransactionData m -> of(m.transaction());
                    case Message.BlockRequest m -> of(m.blockHash());
                    case Message.TransactionRequest m -> of(m.txHash());
                    case Message.PeerList m -> of(m.peers());
                    case Message.StatusUpdate _ -> I32;
                    case Message.ErrorMessage m -> of(m.message());
                    case Message.FindNode _ -> U64 + Hash.BYTES;
                    case Message.FoundNodes m -> U64 + of(m.nodes());
                };
    }

    private static int of(List<PeerInfo> peers) {
        int size = LENGTH;
        for (PeerInfo peer : peers) {
            int address = PeerEncoding.endpointBytes(peer.address());
            size += PeerEncoding.PEER_ID_BYTES + address + U64 + I32 + of(peer.nodeType());
        }
        return size;
    }

    /** A block without the tag of the message around it. */
    public static int of(Block block) {
        int size = FIXED_OF_BLOCK + of(block.previousHash()) + of(block.hash()) + ofOptional(block.commitment());
        for (Transaction transaction : block.transactions()) {
            size += of(transaction);
        }
        return size + U128 * block.miningStats().recentBlockTimes().size();
    }

    /** A transaction without the tag of the message around it. */
    public static int of(Transaction transaction) {
        int size = of(transaction.id()) + 2 * LENGTH + ofOptional(transaction.contractData());
        for (TxInput input : transaction.inputs()) {
            size += of(input.txid()) + I32 + of(input.signature()) + of(input.publicKey());
            size += ofOptional(input.redeemer());
        }
        for (TxOutput output : transaction.outputs()) {
            String reference = output.referenceScript();
            size += I32 + of(output.publicKeyHash()) + ofOptional(output.script()) + ofOptional(output.datum());
            size += reference == null ? 1 : 1 + of(reference);
        }
        return size;
    }

    private static int ofOptional(@Nullable ContractData contractData) {
        if (contractData == null) {
            return 1;
        }
        int action = switch (contractData.action()) {
            case ContractData.Deploy d -> of(d.bytecode()) + of(d.constructorArguments()) + U64;
            case ContractData.Call c -> of(c.contractAddress()) + of(c.functionName()) + of(c.arguments()) + 2 * U64;
        };
        return 1 + TAG + action + of(contractData.data());
    }

    private static int ofOptional(@Nullable Bytes bytes) {
        return bytes == null ? 1 : 1 + of(bytes);
    }

    private static int of(Bytes bytes) {
        return LENGTH + bytes.length();
    }

    /** Counts UTF-8 without making it. Half a surrogate pair becomes a question mark, as the encoder writes it. */
    private static int of(String text) {
        int size = LENGTH;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                size += 1;
            } else if (unit < 0x800) {
                size += 2;
            } else if (!Character.isSurrogate(unit)) {
                size += 3;
            } else if (i + 1 < length && Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                size += 4;
                i++;
            } else {
                size += 1;
            }
        }
        return size;
    }
}
