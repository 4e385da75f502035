package org.polytorus.simulator.wire;

import java.util.List;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.model.PeerId;

/** Identities, addresses and lists of peers in bincode, both directions. */
final class PeerEncoding {
    /** A u64 length and the 16 bytes of a UUID. */
    static final int PEER_ID_BYTES = 24;

    private static final int UUID_BYTES = 16;
    private static final int V4_TAG = 0;
    private static final int V6_TAG = 1;
    private static final int V4_BYTES = Integer.BYTES + Integer.BYTES + Short.BYTES;
    private static final int V6_BYTES = Integer.BYTES + 16 + Short.BYTES;

    /** An entry with an IPv4 address and an empty node type. */
    private static final int MIN_PEER_INFO_BYTES = PEER_ID_BYTES + V4_BYTES + Long.BYTES + Integer.BYTES + Long.BYTES;

    private PeerEncoding() {}

    static int endpointBytes(Endpoint endpoint) {
        return endpoint.address().isV6() ? V6_BYTES : V4_BYTES;
    }

    static void writePeerId(BincodeWriter writer, PeerId id) {
        writer.writeU64(UUID_BYTES);
        writer.writeU64(Long.reverseBytes(id.high()));
        writer.writeU64(Long.reverseBytes(id.low()));
    }

    static PeerId readPeerId(BincodeReader reader) throws WireException {
        int at = reader.offset();
        long length = reader.readU64("peer_id");
        if (length != UUID_BYTES) {
            throw reader.failure(
                    WireError.BAD_PEER_ID_LENGTH,
                    "peer_id",
                    at,
                    "an id has 16 bytes; found the length " + Long.toUnsignedString(length));
        }
        long high = reader.readBigEndian64("peer_id");
        return new PeerId(high, reader.readBigEndian64("peer_id"));
    }

    /** The 32 bytes as they are, without a length. */
    static void writeKey(BincodeWriter writer, Hash key) {
        writer.writeU64(Long.reverseBytes(key.word0()));
        writer.writeU64(Long.reverseBytes(key.word1()));
        writer.writeU64(Long.reverseBytes(key.word2()));
        writer.writeU64(Long.reverseBytes(key.word3()));
    }

    static Hash readKey(BincodeReader reader) throws WireException {
        return new Hash(
                reader.readBigEndian64("target"),
                reader.readBigEndian64("target"),
                reader.readBigEndian64("target"),
                reader.readBigEndian64("target"));
    }

    static void writePeers(BincodeWriter writer, List<PeerInfo> peers) {
        writer.writeU64(peers.size());
        for (PeerInfo peer : peers) {
            writePeerId(writer, peer.peerId());
            writeEndpoint(writer, peer.address());
            writer.writeU64(peer.lastSeenSeconds());
            writer.writeU32(peer.bestHeight());
            writer.writeString(peer.nodeType());
        }
    }

    static List<PeerInfo> readPeers(BincodeReader reader) throws WireException {
        PeerInfo[] peers = new PeerInfo[reader.readListLength("the list of peers", MIN_PEER_INFO_BYTES)];
        for (int i = 0; i < peers.length; i++) {
            peers[i] = new PeerInfo(
                    readPeerId(reader),
                    readEndpoint(reader),
                    reader.readU64("last_seen"),
                    reader.readU32("best_height"),
                    reader.readString("node_type"));
        }
        return List.of(peers);
    }

    static void writeEndpoint(BincodeWriter writer, Endpoint endpoint) {
        IpAddress address = endpoint.address();
        if (address.isV6()) {
            writer.writeU32(V6_TAG);
            writer.writeU64(Long.reverseBytes(address.high()));
            writer.writeU64(Long.reverseBytes(address.low()));
        } else {
            writer.writeU32(V4_TAG);
            writer.writeU32(Integer.reverseBytes((int) address.low()));
        }
        writer.writeU8(endpoint.port());
        writer.writeU8(endpoint.port() >>> Byte.SIZE);
    }

    static Endpoint readEndpoint(BincodeReader reader) throws WireException {
        int at = reader.offset();
        int family = reader.readU32("family of address");
        IpAddress address;
        if (family == V4_TAG) {
            address = IpAddress.v4(Integer.reverseBytes(reader.readU32("address")));
        } else if (family == V6_TAG) {
            long high = reader.readBigEndian64("address");
            address = IpAddress.v6(high, reader.readBigEndian64("address"));
        } else {
            throw reader.failure(
                    WireError.UNKNOWN_VARIANT_TAG,
                    "family of address",
                    at,
                    "0 is IPv4 and 1 is IPv6; found " + Integer.toUnsignedString(family));
        }
        return new Endpoint(address, reader.readU16("port of address"));
    }
}
