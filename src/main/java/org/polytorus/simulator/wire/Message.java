package org.polytorus.simulator.wire;

import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;

/**
 * What PolyTorus nodes say to each other, one record a kind, fields in the order of the wire. {@code u32} and {@code u64}
 * fields hold the bits and are unsigned. Hashes stay the text that travelled, since peers write them in several forms.
 */
public sealed interface Message {

    /** The kind, which has the tag on the wire. */
    MessageKind kind();

    record Handshake(PeerId peerId, int protocolVersion, int bestHeight, long timestampSeconds, String nodeType)
            implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.HANDSHAKE;
        }
    }

    record HandshakeAck(PeerId peerId, boolean accepted) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.HANDSHAKE_ACK;
        }
    }

    record Ping(long nonce, long timestampSeconds) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.PING;
        }
    }

    record Pong(long nonce, long timestampSeconds) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.PONG;
        }
    }

    record BlockAnnouncement(String blockHash, int blockHeight) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.BLOCK_ANNOUNCEMENT;
        }
    }

    record BlockData(Block block) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.BLOCK_DATA;
        }
    }

    record TransactionAnnouncement(String txHash) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.TRANSACTION_ANNOUNCEMENT;
        }
    }

    record TransactionData(Transaction transaction) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.TRANSACTION_DATA;
        }
    }

    record BlockRequest(String blockHash) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.BLOCK_REQUEST;
        }
    }

    record TransactionRequest(String txHash) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.TRANSACTION_REQUEST;
        }
    }

    /** An empty list is the request for the other side's list. */
    record PeerList(List<PeerInfo> peers) implements Message {
        public PeerList {
            peers = List.copyOf(peers);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.PEER_LIST;
        }
    }

    record StatusUpdate(int bestHeight) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.STATUS_UPDATE;
        }
    }

    record ErrorMessage(String message) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.ERROR;
        }
    }

    /** Asks for the nodes that are nearest to a point of the key space; not one of PolyTorus's kinds. */
    record FindNode(long queryId, Hash target) implements Message {
        @Override
        public MessageKind kind() {
            return MessageKind.FIND_NODE;
        }
    }

    /** The answer to the FindNode of that id. */
    record FoundNodes(long queryId, List<PeerInfo> nodes) implements Message {
        public FoundNodes {
            nodes = List.copyOf(nodes);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.FOUND_NODES;
        }
    }
}
