package org.polytorus.simulator.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Bytes with a checksum, since MVStore's own does not cover what it is given to keep. */
final class CheckedBytesType extends BasicDataType<byte[]> {
    private static final int OBJECT_BYTES = 16;

    @Override
    public int getMemory(byte[] content) {
        return OBJECT_BYTES + content.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] content) {
        buffer.putInt(content.length).putInt(checksum(content)).put(content);
    }

    /** @throws DamagedException for what was not written like this */
    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = buffer.getInt();
        int checksum = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new DamagedException(
                    "an entry claims " + length + " bytes, where " + buffer.remaining() + " are left");
        }
        byte[] content = new byte[length];
        buffer.get(content);
        if (checksum(content) != checksum) {
            throw new DamagedException("the bytes of an entry do not fit their checksum");
        }
        return content;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    private static int checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }
}
