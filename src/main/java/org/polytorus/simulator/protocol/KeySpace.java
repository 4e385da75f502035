package org.polytorus.simulator.protocol;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.chain.Sha256;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/**
 * The 256-bit keys of Kademlia. A node's key is the SHA-256 of its id; how far two keys are apart is their XOR, read as a
 * number.
 */
final class KeySpace {
    static final int BITS = 256;

    private KeySpace() {}

    static Hash keyOf(PeerId peer) {
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(peer.high())
                .putLong(peer.low())
                .array();
        return Hash.of(Sha256.of(id));
    }

    static Hash distance(Hash a, Hash b) {
        return new Hash(a.word0() ^ b.word0(), a.word1() ^ b.word1(), a.word2() ^ b.word2(), a.word3() ^ b.word3());
    }

    /** How many bits two keys have in common from the front: 256 if they are equal. */
    static int sharedBits(Hash a, Hash b) {
        Hash distance = distance(a, b);
        long[] words = {distance.word0(), distance.word1(), distance.word2(), distance.word3()};
        int shared = 0;
        for (long word : words) {
            shared += Long.numberOfLeadingZeros(word);
            if (word != 0) {
                break;
            }
        }
        return shared;
    }

    static Hash random(RandomGenerator random) {
        return new Hash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** A key drawn from those that have exactly so many bits in common with {@code key}, at most 255. */
    static Hash randomSharing(Hash key, int sharedBits, RandomGenerator random) {
        Hash drawn = random(random);
        return new Hash(
                word(key.word0(), drawn.word0(), sharedBits),
                word(key.word1(), drawn.word1(), sharedBits - Long.SIZE),
                word(key.word2(), drawn.word2(), sharedBits - 2 * Long.SIZE),
                word(key.word3(), drawn.word3(), sharedBits - 3 * Long.SIZE));
    }

    /** The first bits from {@code own}, the next one turned over, the rest from {@code drawn}. */
    private static long word(long own, long drawn, int sharedBits) {
        if (sharedBits < 0) {
            return drawn;
        }
        if (sharedBits >= Long.SIZE) {
            return own;
        }
        long turned = Long.MIN_VALUE >>> sharedBits;
        long rest = turned - 1;
        return (own & ~turned & ~rest) | (~own & turned) | (drawn & rest);
    }
}
