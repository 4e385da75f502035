package org.polytorus.simulator.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.polytorus.simulator.model.MessageKind;

/**
 * Messages to bytes and back, byte for byte as PolyTorus's own nodes write them. A frame is a big-endian u32 length and
 * the payload; a payload is the message's tag and its fields in bincode.
 */
public final class MessageCodec {
    private static final VarHandle PREFIX = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private MessageCodec() {}

    /** The message without its length prefix. */
    public static byte[] encodePayload(Message message) {
        BincodeWriter writer = new BincodeWriter(EncodedSize.ofPayload(message));
        write(writer, message);
        return writer.finish();
    }

    /**
     * The whole frame in one array, so that it can be sent with one write.
     *
     * @throws IllegalArgumentException if the payload is larger than {@link Frames#MAX_PAYLOAD_BYTES}: every receiver
     *     would close the connection. Whoever gathers blocks, lists or texts keeps them smaller.
     */
    public static byte[] encodeFrame(Message message) {
        BincodeWriter writer = new BincodeWriter(Frames.HEADER_BYTES + EncodedSize.ofPayload(message));
        writer.writeU32(0);
        write(writer, message);
        int length = writer.size() - Frames.HEADER_BYTES;
        if (length > Frames.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("A message " + message.kind().wireName() + " of " + length
                    + " bytes cannot be sent: a frame holds at most " + Frames.MAX_PAYLOAD_BYTES);
        }
        byte[] frame = writer.finish();
        PREFIX.set(frame, 0, length);
        return frame;
    }

    /** Reads a frame with its prefix. A frame that is cut short is TRUNCATED; bytes after it are not looked at. */
    public static Message decodeFrame(byte[] frame) throws WireException {
        if (frame.length < Frames.HEADER_BYTES) {
            throw new WireException(
                    WireError.TRUNCATED,
                    "length prefix at byte 0: 4 bytes are needed; the frame ends after " + frame.length);
        }
        int length = Frames.checkLength((int) PREFIX.get(frame, 0), Frames.MAX_PAYLOAD_BYTES);
        int present = frame.length - Frames.HEADER_BYTES;
        if (present < length) {
            throw new WireException(
                    WireError.TRUNCATED,
                    "payload at byte 4: the prefix promises " + length + " bytes; the frame ends after " + present);
        }
        return decodePayload(frame, Frames.HEADER_BYTES, length);
    }

    /** Reads a payload. Bytes after the message are accepted and ignored, as PolyTorus does. */
    public static Message decodePayload(byte[] payload) throws WireException {
        return decodePayload(payload, 0, payload.length);
    }

    /**
     * Reads a payload that is part of a larger buffer, and keeps no reference to it. Offsets in error texts count from the
     * payload's first byte.
     */
    public static Message decodePayload(byte[] buffer, int offset, int length) throws WireException {
        BincodeReader reader = new BincodeReader(buffer, offset, length);
        int tag = reader.readU32("message tag");
        MessageKind kind = MessageKind.ofTag(tag);
        if (kind == null) {
            throw reader.failure(
                    WireError.UNKNOWN_MESSAGE_TAG,
                    "message tag",
                    0,
                    "tags are " + MessageKind.TAGS + "; found " + Integer.toUnsignedString(tag));
        }
        reader.enter(kind.wireName());
        return read(reader, kind);
    }

    private static void write(BincodeWriter writer, Message message) {
        writer.writeU32(message.kind().tag());
        switch (message) {
            case Message.Handshake m -> {
                PeerEncoding.writePeerId(writer, m.peerId());
                writer.writeU32(m.protocolVersion());
                writer.writeU32(m.bestHeight());
                writer.writeU64(m.timestampSeconds());
                writer.writeString(m.nodeType());
            }
            case Message.HandshakeAck m -> {
                PeerEncoding.writePeerId(writer, m.peerId());
                writer.writeBoolean(m.accepted());
            }
            case Message.Ping m -> {
                writer.writeU64(m.nonce());
                writer.writeU64(m.timestampSeconds());
            }
            case Message.Pong m -> {
                writer.writeU64(m.nonce());
                writer.writeU64(m.timestampSeconds());
            }
            case Message.BlockAnnouncement m -> {
                writer.writeString(m.blockHash());
                writer.writeU32(m.blockHeight());
            }
            case Message.BlockData m -> BlockEncoding.writeBlock(writer, m.block());
            case Message.TransactionAnnouncement m -> writer.writeString(m.txHash());
            case Message.TransactionData m -> TransactionEncoding.writeTransaction(writer, m.transaction());
            case Message.BlockRequest m -> writer.writeString(m.blockHash());
            case Message.TransactionRequest m -> writer.writeString(m.txHash());
            case Message.PeerList m -> PeerEncoding.writePeers(writer, m.peers());
            case Message.StatusUpdate m -> writer.writeU32(m.bestHeight());
            case Message.ErrorMessage m -> writer.writeString(m.message());
            case Message.FindNode m -> {
                writer.writeU64(m.queryId());
                PeerEncoding.writeKey(writer, m.target());
            }
            case Message.FoundNodes m -> {
                writer.writeU64(m.queryId());
                PeerEncoding.writePeers(writer, m.nodes());
            }
        }
    }

    private static Message read(BincodeReader reader, MessageKind kind) throws WireException {
        return switch (kind) {
            case HANDSHAKE ->
                new Message.Handshake(
                        PeerEncoding.readPeerId(reader),
                        reader.readU32("protocol_version"),
                        reader.readU32("best_height"),
                        reader.readU64("timestamp"),
                        reader.readString("node_type"));
            case HANDSHAKE_ACK ->
                new Message.HandshakeAck(PeerEncoding.readPeerId(reader), reader.readBoolean("accepted"));
            case PING -> new Message.Ping(reader.readU64("nonce"), reader.readU64("timestamp"));
            case PONG -> new Message.Pong(reader.readU64("nonce"), reader.readU64("timestamp"));
            case BLOCK_ANNOUNCEMENT ->
                new Message.BlockAnnouncement(reader.readString("block_hash"), reader.readU32("block_height"));
            case BLOCK_DATA -> new Message.BlockData(BlockDecoding.readBlock(reader));
            case TRANSACTION_ANNOUNCEMENT -> new Message.TransactionAnnouncement(reader.readString("tx_hash"));
            case TRANSACTION_DATA -> new Message.TransactionData(TransactionDecoding.readTransaction(reader));
            case BLOCK_REQUEST -> new Message.BlockRequest(reader.readString("block_hash"));
            case TRANSACTION_REQUEST -> new Message.TransactionRequest(reader.readString("tx_hash"));
            case PEER_LIST -> new Message.PeerList(PeerEncoding.readPeers(reader));
            case STATUS_UPDATE -> new Message.StatusUpdate(reader.readU32("best_height"));
            case ERROR -> new Message.ErrorMessage(reader.readString("message"));
            case FIND_NODE -> new Message.FindNode(reader.readU64("query_id"), PeerEncoding.readKey(reader));
            case FOUND_NODES -> new Message.FoundNodes(reader.readU64("query_id"), PeerEncoding.readPeers(reader));
        };
    }
}
