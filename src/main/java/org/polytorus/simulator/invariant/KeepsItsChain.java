package org.polytorus.simulator.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/**
 * Looks whether the ancestors of a node's tip are there. After a change of the tip those that are new to the chain are looked
 * at, and besides one old one each time, so that none is lost for long unseen.
 */
public final class KeepsItsChain implements NodeInvariant {
    private final Map<NodeName, Seen> seenByNode = new TreeMap<>();

    /** The hashes of a followed chain by height, as they were last. Those that were given up stay. */
    private static final class Seen {
        final List<Hash> hashes = new ArrayList<>();
        int next;
    }

    @Override
    public String name() {
        return "kept blocks";
    }

    @Override
    public String sentence() {
        return "every ancestor of the tip that a node follows is in that node's tree";
    }

    @Override
    public @Nullable String broken(NodeName node, NodeSight sight, HostSight host) {
        ChainView chain = sight.chain();
        Seen seen = seenByNode.computeIfAbsent(node, _ -> new Seen());
        Hash tip = chain.tipHash();
        boolean isSameTip = seen.hashes.size() == chain.height() + 1
                && seen.hashes.getLast().equals(tip);
        String lost = isSameTip ? lostOfOld(chain, seen) : lostOfBranch(chain, seen);
        return lost == null ? null : node + " follows " + tip + " but " + lost;
    }

    private static @Nullable String lostOfOld(ChainView chain, Seen seen) {
        int height = seen.next >= chain.height() ? chain.lowestHeight() : Math.max(seen.next, chain.lowestHeight());
        seen.next = height + 1;
        return lostAt(height, seen.hashes.get(height), chain);
    }

    /** From the tip down to where the chain is as it was. */
    private static @Nullable String lostOfBranch(ChainView chain, Seen seen) {
        while (seen.hashes.size() > chain.height() + 1) {
            seen.hashes.removeLast();
        }
        while (seen.hashes.size() <= chain.height()) {
            seen.hashes.add(chain.tipHash());
        }
        boolean isNew = true;
        for (int height = chain.height(); isNew && height >= chain.lowestHeight(); height--) {
            Block block = chain.atHeight(height);
            Hash hash = block == null ? null : Hash.parse(block.hash());
            String lost = lostAt(height, hash, chain);
            if (lost != null) {
                return lost;
            }
            isNew = height == chain.height() || !Objects.equals(hash, seen.hashes.get(height));
            if (hash != null) {
                seen.hashes.set(height, hash);
            }
        }
        return null;
    }

    private static @Nullable String lostAt(int height, @Nullable Hash hash, ChainView chain) {
        if (hash == null || chain.atHeight(height) == null) {
            return "has no block at height " + height;
        }
        return chain.contains(hash) ? null : "its block at height " + height + " is not in its tree";
    }
}
