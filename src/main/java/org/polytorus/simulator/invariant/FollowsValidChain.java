package org.polytorus.simulator.invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BlockFlaw;
import org.polytorus.simulator.chain.BlockValidator;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/**
 * Works out anew, from the genesis block on, whether the chain that a node follows keeps the rules. Each block is worked out
 * once: one that is equal in every field, on a chain that was found valid before, is not looked at again.
 */
public final class FollowsValidChain implements NodeInvariant {
    /** Blocks that stand, with all their ancestors; as many as the run has blocks. */
    private final Map<Key, Block> valid = new LinkedHashMap<>();

    private final Map<NodeName, Hash> tips = new TreeMap<>();

    /** Nodes that ask for more work have their own verdict. */
    private record Key(String hash, int minimumDifficulty) {}

    @Override
    public String name() {
        return "valid chain";
    }

    @Override
    public String sentence() {
        return "no node follows a chain that breaks a rule";
    }

    @Override
    public @Nullable String broken(NodeName node, NodeSight sight, HostSight host) {
        Hash tip = sight.chain().tipHash();
        if (tip.equals(tips.get(node))) {
            return null;
        }
        tips.put(node, tip);
        return walk(node, sight.chain(), sight.minimumDifficulty());
    }

    private @Nullable String walk(NodeName node, ChainView chain, int difficulty) {
        List<Block> fresh = new ArrayList<>();
        Block above = null;
        for (int height = chain.height(); height >= chain.lowestHeight(); height--) {
            Block block = chain.atHeight(height);
            String flaw = block == null ? "nothing is there" : flaw(block, above, height, difficulty);
            if (block == null || flaw != null) {
                return node + " follows an invalid chain at height " + height + ": " + flaw;
            }
            if (block.equals(valid.get(new Key(block.hash(), difficulty)))) {
                break;
            }
            fresh.add(block);
            above = block;
        }
        fresh.forEach(block -> valid.put(new Key(block.hash(), difficulty), block));
        return null;
    }

    private @Nullable String flaw(Block block, @Nullable Block child, int height, int difficulty) {
        if (block.height() != height) {
            return "its block says that it is at " + block.height();
        }
        if (child != null && !child.previousHash().equals(block.hash())) {
            return "its block is not the parent that the next one names";
        }
        if (height == 0) {
            return block.equals(Genesis.BLOCK) ? null : "it is not the genesis block";
        }
        if (block.equals(valid.get(new Key(block.hash(), difficulty)))) {
            return null;
        }
        Optional<BlockFlaw> flaw = BlockValidator.check(block, difficulty);
        return flaw.map(BlockFlaw::text).orElse(null);
    }
}
