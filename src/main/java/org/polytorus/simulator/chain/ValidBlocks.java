package org.polytorus.simulator.chain;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.EncodedSize;

/**
 * Blocks that were lately found valid, so that nodes of one thread need not work the same commitment out once each. Only a
 * block that is equal in every field shares the verdict. For one thread.
 */
public final class ValidBlocks {
    /** Encoded bytes of the blocks that are remembered. */
    static final long MAX_BYTES = 16L << 20;

    private static final int MAX_HASHES = 4_096;
    private static final int ENTRY_BYTES = 150;

    private final Recent<String, ValidBlock> valid = new Recent<>(MAX_BYTES);
    private final Recent<Hash, Hash> hashes = new Recent<>(MAX_HASHES);

    /** What was read off an equal block that was found valid lately; null if there is none, or if it shows less work than that. */
    @Nullable
    ValidBlock find(Block block, int minimumDifficulty) {
        ValidBlock known = valid.get(block.hash());
        boolean isKnown = known != null && known.block().equals(block);
        return isKnown && Long.compareUnsigned(block.difficulty(), minimumDifficulty) >= 0 ? known : null;
    }

    /** Remembers a block that {@link BlockValidator} let pass. One that is refused is not, since it costs its maker nothing. */
    ValidBlock remember(Block block, Hash hash, Hash parent) {
        ValidBlock found = new ValidBlock(block, shared(hash), shared(parent), EncodedSize.of(block));
        valid.put(block.hash(), found, found.bytes() + ENTRY_BYTES);
        return found;
    }

    /** An equal hash that another tree holds already, or this one: each block has its own and its parent's in every tree. */
    public Hash shared(Hash hash) {
        Hash known = hashes.get(hash);
        if (known == null) {
            hashes.put(hash, hash, 1);
        }
        return known == null ? hash : known;
    }
}
