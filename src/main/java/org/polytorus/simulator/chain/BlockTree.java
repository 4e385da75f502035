package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.EncodedSize;

/**
 * All valid blocks that a node knows, from the genesis block on, and the chain that it follows: the longest, and of equally
 * long ones the one that it followed first. Blocks whose parent is unknown wait as orphans and take their place by
 * themselves. Every block is validated before it is kept.
 *
 * <p>The tree is bounded by {@link TreeLimits}. A node that has given up old blocks cannot hand them to a newcomer, and
 * refuses branches that fork off below them.
 *
 * <p>Belongs to one thread.
 */
public final class BlockTree implements ChainView {
    private final int minimumDifficulty;
    private final TreeLimits limits;
    private final ValidBlocks valid;
    private final Map<Hash, TreeEntry> entries = new LinkedHashMap<>();
    private final FollowedChain followed;
    private final Orphanage orphans;
    private long bytes;
    private long arrivals;

    /** A tree that holds the genesis block and asks for so much work at least, within the default bounds. */
    public BlockTree(int minimumDifficulty) {
        this(minimumDifficulty, TreeLimits.DEFAULT);
    }

    /** A tree within other bounds. */
    public BlockTree(int minimumDifficulty, TreeLimits limits) {
        this(minimumDifficulty, limits, new ValidBlocks());
    }

    /** A tree that shares the work of validation with others of its thread. */
    public BlockTree(int minimumDifficulty, TreeLimits limits, ValidBlocks valid) {
        this.valid = valid;
        this.minimumDifficulty = minimumDifficulty;
        this.limits = limits;
        this.orphans = new Orphanage(limits.maxOrphans(), limits.maxOrphanBytes());
        int size = EncodedSize.of(Genesis.BLOCK);
        ValidBlock first = new ValidBlock(Genesis.BLOCK, Genesis.HASH, Genesis.HASH, size);
        TreeEntry genesis = new TreeEntry(new Arrival(first, 0), null);
        entries.put(Genesis.HASH, genesis);
        followed = new FollowedChain(genesis);
        bytes = size;
    }

    /**
     * Validates a block and puts it where it belongs.
     *
     * <p>A block's hash does not cover its height. An orphan with a falsified height is found out when its parent arrives,
     * and given up; the true one can then come again.
     */
    public Insertion add(Block block) {
        ValidBlock known = valid.find(block, minimumDifficulty);
        Hash hash = known == null ? ChainTexts.hash(block.hash()) : known.hash();
        if (hash == null) {
            return new Insertion.Rejected(BlockFlaw.HASH_UNREADABLE);
        }
        if (contains(hash) || isOrphan(hash)) {
            return new Insertion.AlreadyKnown();
        }
        return known == null ? judge(block, hash) : place(new Arrival(known, ++arrivals));
    }

    private Insertion judge(Block block, Hash hash) {
        Optional<BlockFlaw> flaw = BlockValidator.check(block, minimumDifficulty);
        if (flaw.isPresent()) {
            return new Insertion.Rejected(flaw.get());
        }
        Hash parentHash = ChainTexts.hash(block.previousHash());
        if (parentHash == null) {
            return new Insertion.Rejected(BlockFlaw.OTHER_GENESIS);
        }
        return place(new Arrival(valid.remember(block, hash, parentHash), ++arrivals));
    }

    /** The last block of the followed chain. */
    public Block tip() {
        return followed.tip().block();
    }

    @Override
    public Hash tipHash() {
        return followed.tip().hash();
    }

    @Override
    public int height() {
        return followed.tip().height();
    }

    /** Transactions in all blocks of the followed chain, coinbases and blocks no longer kept included. */
    public long chainTransactions() {
        return followed.tip().chainTransactions;
    }

    @Override
    public @Nullable Block atHeight(int height) {
        TreeEntry entry = followed.at(height);
        return entry == null ? null : entry.block();
    }

    /** The hash of {@link #atHeight}. */
    public @Nullable Hash hashAtHeight(int height) {
        TreeEntry entry = followed.at(height);
        return entry == null ? null : entry.hash();
    }

    /** 0 until the tree had to be pruned. */
    @Override
    public int lowestHeight() {
        return followed.lowestHeight();
    }

    /** The newest blocks of the followed chain, newest first. */
    public List<Block> recent(int max) {
        List<Block> newestFirst = new ArrayList<>();
        TreeEntry entry = followed.tip();
        while (entry != null && newestFirst.size() < max) {
            newestFirst.add(entry.block());
            entry = entry.parent;
        }
        return newestFirst;
    }

    /**
     * The block's ancestors, nearest first, without the block itself, up to the first that is not wanted; none if it is not in
     * the tree.
     */
    public List<Block> ancestors(Hash hash, int max, Predicate<Block> wanted) {
        List<Block> nearestFirst = new ArrayList<>();
        TreeEntry descendant = entries.get(hash);
        TreeEntry entry = descendant == null ? null : descendant.parent;
        while (entry != null && nearestFirst.size() < max && wanted.test(entry.block())) {
            nearestFirst.add(entry.block());
            entry = entry.parent;
        }
        return nearestFirst;
    }

    /** A block of the tree, on any branch; null if it is unknown or an orphan. */
    public @Nullable Block get(Hash hash) {
        TreeEntry entry = entries.get(hash);
        return entry == null ? null : entry.block();
    }

    @Override
    public boolean contains(Hash hash) {
        return entries.containsKey(hash);
    }

    /** Whether the block has arrived and waits for an ancestor. */
    public boolean isOrphan(Hash hash) {
        return orphans.contains(hash);
    }

    /** What an orphan waits for: its nearest ancestor that is neither in the tree nor waiting; null if it is no orphan. */
    public @Nullable Hash missingFor(Hash orphan) {
        return orphans.contains(orphan) ? orphans.missingFrom(orphan) : null;
    }

    /** Blocks in the tree, genesis and side branches included, orphans not. */
    public int blockCount() {
        return entries.size();
    }

    /** Their encoded bytes. */
    public long blockBytes() {
        return bytes;
    }

    public int orphanCount() {
        return orphans.size();
    }

    /** Their encoded bytes. */
    public long orphanBytes() {
        return orphans.bytes();
    }

    /** Orphans that were given up for want of room. */
    public long orphansDropped() {
        return orphans.dropped();
    }

    private Insertion place(Arrival arrival) {
        TreeEntry parent = entries.get(arrival.parent());
        if (parent == null) {
            return await(arrival);
        }
        Optional<BlockFlaw> flaw = BlockValidator.checkAgainstParent(arrival.block(), parent.block());
        if (flaw.isPresent()) {
            return new Insertion.Rejected(flaw.get());
        }
        List<TreeEntry> connected = connect(arrival, parent);
        Insertion.Connected result = follow(connected);
        if (entries.size() > limits.maxBlocks() || bytes > limits.maxBytes()) {
            bytes = new TreePruner(limits, followed, entries.values()).prune();
        }
        return result;
    }

    private Insertion await(Arrival arrival) {
        boolean parentGivenUp = followed.lowestHeight() > 0 && arrival.block().height() <= followed.lowestHeight();
        if (parentGivenUp) {
            return new Insertion.Rejected(BlockFlaw.TOO_OLD);
        }
        orphans.add(arrival);
        return new Insertion.Orphan(orphans.missingFrom(arrival.parent()));
    }

    /** Puts in the block, then the orphans that waited for it, then those that waited for them, and so on. */
    private List<TreeEntry> connect(Arrival first, TreeEntry firstParent) {
        List<TreeEntry> connected = new ArrayList<>();
        connected.add(insert(first, firstParent));
        for (int i = 0; i < connected.size(); i++) {
            TreeEntry parent = connected.get(i);
            for (Arrival orphan : orphans.takeChildrenOf(parent.hash())) {
                if (BlockValidator.checkAgainstParent(orphan.block(), parent.block())
                        .isEmpty()) {
                    connected.add(insert(orphan, parent));
                }
            }
        }
        return connected;
    }

    private TreeEntry insert(Arrival arrival, TreeEntry parent) {
        TreeEntry entry = new TreeEntry(arrival, parent);
        entries.put(arrival.hash(), entry);
        bytes += arrival.bytes();
        return entry;
    }

    /** Follows the highest of the new blocks if it is higher than the tip; of equally high ones the first to arrive. */
    private Insertion.Connected follow(List<TreeEntry> connected) {
        List<Block> connectedBlocks = blocks(connected);
        TreeEntry best = followed.tip();
        for (TreeEntry entry : connected) {
            boolean higher = entry.height() > best.height();
            boolean earlier = entry.height() == best.height() && entry.sequence < best.sequence;
            if (higher || (earlier && best != followed.tip())) {
                best = entry;
            }
        }
        TreeEntry oldTip = followed.tip();
        if (best == oldTip) {
            return new Insertion.Connected(connectedBlocks, List.of(), null);
        }
        List<TreeEntry> branch = branchUpTo(best);
        int forkHeight = branch.getFirst().height() - 1;
        List<TreeEntry> removed = followed.removeAbove(forkHeight);
        TreeEntry ancestor = followed.tip();
        followed.append(branch);
        List<Block> appended = blocks(branch);
        Reorganisation reorganisation = removed.isEmpty()
                ? null
                : new Reorganisation(oldTip.hash(), best.hash(), ancestor.hash(), blocks(removed), appended);
        return new Insertion.Connected(connectedBlocks, appended, reorganisation);
    }

    /** The blocks from the followed chain (exclusive) up to this one, oldest first. */
    private List<TreeEntry> branchUpTo(TreeEntry tip) {
        List<TreeEntry> newestFirst = new ArrayList<>();
        TreeEntry entry = tip;
        while (entry != null && !followed.holds(entry)) {
            newestFirst.add(entry);
            entry = entry.parent;
        }
        return newestFirst.reversed();
    }

    private static List<Block> blocks(List<TreeEntry> entries) {
        return entries.size() == 1
                ? List.of(entries.getFirst().block())
                : entries.stream().map(TreeEntry::block).toList();
    }
}
