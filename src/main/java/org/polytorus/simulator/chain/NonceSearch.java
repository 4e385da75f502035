package org.polytorus.simulator.chain;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.OptionalInt;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.UInt128;

/** Hashes one block again and again with nothing but the nonce changing. Not safe for use by two threads. */
public final class NonceSearch {
    private final byte[] preimage;
    private final int nonceOffset;
    private final long difficulty;
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] result = new byte[Hash.BYTES];

    /** The parts of the block as {@link BlockHasher#hash(String, Bytes, UInt128, long, int)} takes them. */
    public NonceSearch(String previousHash, Bytes commitment, UInt128 timestamp, long difficulty) {
        this.preimage = BlockHasher.preimage(previousHash, commitment, timestamp, difficulty, 0);
        this.nonceOffset = preimage.length - Integer.BYTES;
        this.difficulty = difficulty;
    }

    /** The block's hash with this nonce. */
    public Hash hash(int nonce) {
        digestWith(nonce);
        return Hash.of(result);
    }

    /**
     * The first nonce that does the work, among the {@code count} nonces from {@code first} on. The caller sees to it that
     * they do not run past the largest {@code int}.
     */
    public OptionalInt find(int first, int count) {
        for (int i = 0; i < count; i++) {
            digestWith(first + i);
            if (doesTheWork()) {
                return OptionalInt.of(first + i);
            }
        }
        return OptionalInt.empty();
    }

    private void digestWith(int nonce) {
        for (int i = 0; i < Integer.BYTES; i++) {
            preimage[nonceOffset + i] = (byte) (nonce >>> (Byte.SIZE * i));
        }
        digest.update(preimage);
        try {
            digest.digest(result, 0, result.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException("The buffer holds a whole SHA-256 hash", impossible);
        }
    }

    /** Most hashes fail at the first byte; only the few that pass it are looked at as a whole. */
    private boolean doesTheWork() {
        boolean firstByteFails = Long.compareUnsigned(difficulty, 2) >= 0 && result[0] != 0;
        return !firstByteFails && ProofOfWork.isDone(Hash.of(result), difficulty);
    }
}
