package org.polytorus.simulator.chain;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;

/** Hashes as they stand inside blocks and transactions. */
final class ChainTexts {
    private static final int HEX_DIGITS = 2 * Hash.BYTES;

    private ChainTexts() {}

    /**
     * Reads 64 lower-case hex digits and nothing else: the forms in quotes are for announcements, and two spellings of one
     * parent would be two different blocks.
     *
     * @return null if the text is anything else
     */
    static @Nullable Hash hash(String text) {
        return text.length() == HEX_DIGITS ? Hash.parse(text) : null;
    }
}
