package org.polytorus.simulator.chain;

import java.util.Optional;
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
    private static final int ENTRY_BYTES = 100;

    private final Recent<String, Block> valid = new Recent<>(MAX_BYTES);
    private final Recent<Hash, Hash> hashes = new Recent<>(MAX_HASHES);

    /** As {@link BlockValidator#check}. What is refused is not remembered, since it costs its maker nothing. */
    Optional<BlockFlaw> check(Block block, int minimumDifficulty) {
        Block known = valid.get(block.hash());
        boolean isKnown = known != null && known.equals(block);
        if (isKnown && Long.compareUnsigned(block.difficulty(), minimumDifficulty) >= 0) {
            return Optional.empty();
        }
        Optional<BlockFlaw> flaw = BlockValidator.check(block, minimumDifficulty);
        if (flaw.isEmpty()) {
            valid.put(block.hash(), block, EncodedSize.of(block) + ENTRY_BYTES);
        }
        return flaw;
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
