package org.polytorus.simulator.model;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: 32 bytes, held as four words so that a table of hashes stays small. */
public record Hash(long word0, long word1, long word2, long word3) implements Comparable<Hash> {
    public static final int BYTES = 32;
    private static final int HEX_DIGITS = 2 * BYTES;
    private static final int HEX_DIGITS_PER_WORD = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final String BLOCK_QUOTE = "\"";
    private static final String TRANSACTION_PREFIX = "Ok(\"";
    private static final String TRANSACTION_SUFFIX = "\")";

    /** Takes 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes; found " + bytes.length);
        }
        return new Hash(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
    }

    /**
     * Reads any of the three texts in which PolyTorus writes a hash: 64 lower-case hex digits, the same in double quotes
     * (blocks), and the same as {@code Ok("…")} (transactions).
     *
     * @return null if the text is none of them
     */
    public static @Nullable Hash parse(String text) {
        String digits = unwrap(text);
        if (digits.length() != HEX_DIGITS) {
            return null;
        }
        for (int i = 0; i < HEX_DIGITS; i++) {
            char c = digits.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return null;
            }
        }
        return new Hash(hexWord(digits, 0), hexWord(digits, 1), hexWord(digits, 2), hexWord(digits, 3));
    }

    /** The text in which PolyTorus announces and requests a block: the digits in double quotes. */
    public String blockText() {
        return BLOCK_QUOTE + this + BLOCK_QUOTE;
    }

    /** The text in which PolyTorus announces and requests a transaction. */
    public String transactionText() {
        return TRANSACTION_PREFIX + this + TRANSACTION_SUFFIX;
    }

    /** The first eight hex digits: what the window shows. */
    public String shortText() {
        return HEX.toHexDigits(word0).substring(0, 8);
    }

    /** How many hex zeros the hash starts with: its proof of work. */
    public int leadingHexZeros() {
        long[] words = {word0, word1, word2, word3};
        int zeros = 0;
        for (long word : words) {
            zeros += Long.numberOfLeadingZeros(word) / 4;
            if (word != 0) {
                break;
            }
        }
        return zeros;
    }

    @Override
    public int compareTo(Hash other) {
        int order = Long.compareUnsigned(word0, other.word0);
        order = order != 0 ? order : Long.compareUnsigned(word1, other.word1);
        order = order != 0 ? order : Long.compareUnsigned(word2, other.word2);
        return order != 0 ? order : Long.compareUnsigned(word3, other.word3);
    }

    /** 64 lower-case hex digits. */
    @Override
    public String toString() {
        return HEX.toHexDigits(word0) + HEX.toHexDigits(word1) + HEX.toHexDigits(word2) + HEX.toHexDigits(word3);
    }

    /** The text inside a wrapping whose length fits; the length is compared first, since prefix and suffix may overlap. */
    private static String unwrap(String text) {
        int wrapping = text.length() - HEX_DIGITS;
        if (wrapping == TRANSACTION_PREFIX.length() + TRANSACTION_SUFFIX.length()
                && text.startsWith(TRANSACTION_PREFIX)
                && text.endsWith(TRANSACTION_SUFFIX)) {
            return text.substring(TRANSACTION_PREFIX.length(), TRANSACTION_PREFIX.length() + HEX_DIGITS);
        }
        if (wrapping == 2 * BLOCK_QUOTE.length() && text.startsWith(BLOCK_QUOTE) && text.endsWith(BLOCK_QUOTE)) {
            return text.substring(BLOCK_QUOTE.length(), BLOCK_QUOTE.length() + HEX_DIGITS);
        }
        return text;
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            word = (word << 8) | (bytes[i] & 0xff);
        }
        return word;
    }

    private static long hexWord(String digits, int index) {
        int from = index * HEX_DIGITS_PER_WORD;
        return HexFormat.fromHexDigitsToLong(digits, from, from + HEX_DIGITS_PER_WORD);
    }
}
