package org.polytorus.simulator.chain;

import org.apache.commons.codec.digest.Blake3;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.BincodeWriter;

/**
 * The hash of a block: SHA-256 over the parent's hash, the commitment, the timestamp, the difficulty and the nonce. Height,
 * difficulty limits and mining statistics are not covered: whoever passes a block on can change them unnoticed.
 */
public final class BlockHasher {
    private BlockHasher() {}

    /**
     * The hash that the block ought to claim. Where it carries no commitment, the one of its transactions is worked out
     * first, as PolyTorus does.
     */
    public static Hash hash(Block block) {
        Bytes carried = block.commitment();
        Bytes commitment = carried == null ? Commitment.of(block.transactions()) : carried;
        return hash(block.previousHash(), commitment, block.timestamp(), block.difficulty(), block.nonce());
    }

    /**
     * The hash of a block of these parts.
     *
     * @param commitment as the block carries it, 40 bytes in a valid block
     * @param timestamp milliseconds since the Unix epoch
     * @param difficulty unsigned
     */
    public static Hash hash(String previousHash, Bytes commitment, UInt128 timestamp, long difficulty, int nonce) {
        return Hash.of(Sha256.of(preimage(previousHash, commitment, timestamp, difficulty, nonce)));
    }

    /** What is hashed; its last four bytes are the nonce. */
    static byte[] preimage(String previousHash, Bytes commitment, UInt128 timestamp, long difficulty, int nonce) {
        BincodeWriter preimage = new BincodeWriter();
        preimage.writeString(previousHash);
        preimage.writeBytes(Bytes.wrap(Blake3.hash(commitment.toArray())));
        preimage.writeU128(timestamp);
        preimage.writeU64(difficulty);
        preimage.writeU32(nonce);
        return preimage.toByteArray();
    }
}
