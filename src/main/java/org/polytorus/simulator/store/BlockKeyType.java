package org.polytorus.simulator.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.polytorus.simulator.model.Hash;

/** Keys of a fixed length, so that no damage can make one claim more memory than there is. */
final class BlockKeyType extends BasicDataType<BlockKey> {
    /** What MVStore reckons with for a key in memory: two objects and their fields. */
    private static final int MEMORY_BYTES = 80;

    @Override
    public int getMemory(BlockKey key) {
        return MEMORY_BYTES;
    }

    @Override
    public int compare(BlockKey one, BlockKey other) {
        return one.compareTo(other);
    }

    @Override
    public void write(WriteBuffer buffer, BlockKey key) {
        Hash hash = key.hash();
        buffer.putInt(key.height())
                .putLong(hash.word0())
                .putLong(hash.word1())
                .putLong(hash.word2())
                .putLong(hash.word3());
    }

    @Override
    public BlockKey read(ByteBuffer buffer) {
        int height = buffer.getInt();
        return new BlockKey(height, new Hash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong()));
    }

    @Override
    public BlockKey[] createStorage(int size) {
        return new BlockKey[size];
    }
}
