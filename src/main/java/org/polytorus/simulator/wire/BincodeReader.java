package org.polytorus.simulator.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.UInt128;

/**
 * Reads values as bincode 1.3 writes them. The bytes come from a stranger: every length is compared with what is left
 * before anything is allocated for it, and every fault becomes a {@link WireException} that says which field it was
 * ({@code what}) and where.
 */
public final class BincodeReader {
    private static final long NON_ASCII_BITS = 0x8080808080808080L;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] buffer;
    private final int start;
    private final int end;
    private int position;
    private String inside = "payload";

    /** Reads {@code length} bytes of {@code buffer} from {@code offset} on; the bytes must not change meanwhile. */
    public BincodeReader(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        this.buffer = buffer;
        this.start = offset;
        this.end = offset + length;
        this.position = offset;
    }

    /** Names the whole of which the next fields are parts, for the text of errors. */
    public void enter(String whole) {
        inside = whole;
    }

    /** How many bytes have been read. */
    public int offset() {
        return position - start;
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - position;
    }

    public int readU8(String what) throws WireException {
        need(1, what);
        return buffer[position++] & 0xff;
    }

    /** A u16, as ports are. */
    public int readU16(String what) throws WireException {
        need(Short.BYTES, what);
        int value = (buffer[position] & 0xff) | (buffer[position + 1] & 0xff) << 8;
        position += Short.BYTES;
        return value;
    }

    /** The 32 bits of an i32, a u32 or a tag. */
    public int readU32(String what) throws WireException {
        need(Integer.BYTES, what);
        int value = (int) INT.get(buffer, position);
        position += Integer.BYTES;
        return value;
    }

    /** The 64 bits of a u64. */
    public long readU64(String what) throws WireException {
        need(Long.BYTES, what);
        long value = (long) LONG.get(buffer, position);
        position += Long.BYTES;
        return value;
    }

    /** Eight bytes in the order of a text, most significant first, as in identities and addresses. */
    public long readBigEndian64(String what) throws WireException {
        return Long.reverseBytes(readU64(what));
    }

    public UInt128 readU128(String what) throws WireException {
        long low = readU64(what);
        return new UInt128(readU64(what), low);
    }

    public double readF64(String what) throws WireException {
        return Double.longBitsToDouble(readU64(what));
    }

    public boolean readBoolean(String what) throws WireException {
        return readZeroOrOne(what, WireError.BAD_BOOLEAN, "a boolean is 0 or 1");
    }

    /** Whether an optional value follows. */
    public boolean readOptionTag(String what) throws WireException {
        return readZeroOrOne(what, WireError.BAD_OPTION_TAG, "the tag of an optional value is 0 or 1");
    }

    /** A text in strict UTF-8: no surrogates, no overlong forms, nothing beyond U+10FFFF. */
    public String readString(String what) throws WireException {
        int length = readLength(what, 1, "bytes");
        int from = position;
        position += length;
        return isAscii(from, position)
                ? new String(buffer, from, length, StandardCharsets.ISO_8859_1)
                : decodeUtf8(from, length, what);
    }

    /** A u64 length and as many bytes, copied. */
    public Bytes readBytes(String what) throws WireException {
        int length = readLength(what, 1, "bytes");
        int from = position;
        position += length;
        return length == 0 ? Bytes.EMPTY : Bytes.wrap(Arrays.copyOfRange(buffer, from, position));
    }

    public @Nullable Bytes readOptionalBytes(String what) throws WireException {
        return readOptionTag(what) ? readBytes(what) : null;
    }

    public @Nullable String readOptionalString(String what) throws WireException {
        return readOptionTag(what) ? readString(what) : null;
    }

    /**
     * The number of items of a list, refused if the bytes left cannot hold them.
     *
     * @param minItemBytes the fewest bytes that one item takes
     */
    public int readListLength(String what, int minItemBytes) throws WireException {
        return readLength(what, minItemBytes, "items");
    }

    /**
     * The error to throw for a value that was just read.
     *
     * @param at the {@link #offset} at which it starts
     * @param found what is wrong, to stand at the end of the sentence
     */
    public WireException failure(WireError error, String what, int at, String found) {
        return new WireException(error, inside + ", " + what + " at byte " + at + ": " + found);
    }

    private boolean readZeroOrOne(String what, WireError error, String rule) throws WireException {
        int value = readU8(what);
        if (value > 1) {
            throw failure(error, what, offset() - 1, rule + "; found " + value);
        }
        return value == 1;
    }

    private int readLength(String what, int minItemBytes, String unit) throws WireException {
        long length = readU64(what);
        if (Long.compareUnsigned(length, remaining() / minItemBytes) > 0) {
            throw failure(
                    WireError.LENGTH_BEYOND_FRAME,
                    what,
                    offset() - Long.BYTES,
                    "it claims " + Long.toUnsignedString(length) + " " + unit + "; only " + remaining()
                            + " bytes are left");
        }
        return (int) length;
    }

    private boolean isAscii(int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            if (((long) LONG.get(buffer, i) & NON_ASCII_BITS) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** A new decoder reports what is malformed, where {@code new String} would put replacement characters. */
    private String decodeUtf8(int from, int length, String what) throws WireException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, from, length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            WireException failure = failure(
                    WireError.BAD_UTF8,
                    what,
                    from - start,
                    "its " + length + " bytes are not UTF-8 from byte " + (bytes.position() - start) + " on");
            failure.initCause(malformed);
            throw failure;
        }
    }

    private void need(int count, String what) throws WireException {
        if (end - position < count) {
            throw failure(
                    WireError.TRUNCATED,
                    what,
                    offset(),
                    count + " bytes are needed; the payload ends after " + remaining());
        }
    }
}
