package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polytorus.simulator.chain.BlockTreeTest.chain;
import static org.polytorus.simulator.chain.BlockTreeTest.hash;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.wire.EncodedSize;

class BlockTreePruningTest {
    private static final long MUCH = 1L << 30;
    private static final int MAX_BLOCKS = 40;

    private final BlockTree tree = new BlockTree(1, new TreeLimits(MAX_BLOCKS, MUCH, 5, 10, 100, MUCH));

    @Test
    void oldestFollowedBlocksGoWhenTheTreeIsFull() {
        List<Block> chain = chain(Genesis.BLOCK, 200, 0);
        for (Block block : chain) {
            tree.add(block);
            assertThat(tree.blockCount()).isBetween(1, MAX_BLOCKS);
        }
        assertThat(tree.height()).isEqualTo(200);
        int transactionsOfEach = chain.getFirst().transactions().size();
        assertThat(tree.chainTransactions())
                .isEqualTo(Genesis.BLOCK.transactions().size() + 200L * transactionsOfEach);
        assertThat(tree.lowestHeight()).isBetween(200 - MAX_BLOCKS, 200 - MAX_BLOCKS * 8 / 10);
        assertThat(tree.atHeight(tree.lowestHeight())).isEqualTo(chain.get(tree.lowestHeight() - 1));
        assertThat(tree.atHeight(tree.lowestHeight() - 1)).isNull();
        assertThat(tree.contains(Genesis.HASH)).isFalse();
        assertThat(tree.recent(1_000)).hasSize(tree.blockCount());
        assertThat(tree.ancestors(tree.tipHash(), 1_000, _ -> true)).hasSize(tree.blockCount() - 1);
        assertThat(tree.blockBytes())
                .isEqualTo(
                        tree.recent(1_000).stream().mapToLong(EncodedSize::of).sum());
    }

    @Test
    void branchBelowWhatIsKeptIsTooOld() {
        chain(Genesis.BLOCK, 200, 0).forEach(tree::add);
        assertThat(tree.add(Blocks.on(Genesis.BLOCK, 1))).isEqualTo(new Insertion.Rejected(BlockFlaw.TOO_OLD));
        assertThat(tree.orphanCount()).isZero();
    }

    @Test
    void sideBranchesThatEndedLongAgoGoBeforeFollowedBlocks() {
        List<Block> followed = chain(Genesis.BLOCK, 31, 0);
        List<Block> dead = chain(Genesis.BLOCK, 8, 1);
        followed.subList(0, 8).forEach(tree::add);
        dead.forEach(tree::add);
        followed.subList(8, 30).forEach(tree::add);
        Block youngSide = Blocks.on(followed.get(28), 1);
        tree.add(youngSide);
        assertThat(tree.blockCount()).isEqualTo(MAX_BLOCKS);
        tree.add(followed.getLast());
        assertThat(dead).noneMatch(block -> tree.contains(hash(block)));
        assertThat(tree.contains(hash(youngSide))).isTrue();
        assertThat(tree.lowestHeight()).isZero();
        assertThat(tree.height()).isEqualTo(31);
    }

    @Test
    void branchGoesWithTheBlockThatItForksOffFrom() {
        List<Block> followed = chain(Genesis.BLOCK, 21, 0);
        List<Block> rival = chain(followed.getFirst(), 19, 1);
        tree.add(followed.get(0));
        tree.add(followed.get(1));
        for (int i = 0; i < rival.size(); i++) {
            tree.add(rival.get(i));
            tree.add(followed.get(i + 2));
        }
        assertThat(tree.lowestHeight()).isGreaterThan(1);
        assertThat(rival).noneMatch(block -> tree.contains(hash(block)));
        assertThat(tree.blockCount()).isEqualTo(tree.recent(1_000).size());
    }

    @Test
    void longLivingSideBranchStaysAndCanStillWin() {
        List<Block> followed = chain(Genesis.BLOCK, 21, 0);
        Block fork = followed.get(9);
        List<Block> rival = chain(fork, 12, 1);
        followed.forEach(tree::add);
        rival.subList(0, 10).forEach(tree::add);
        chain(Genesis.BLOCK, 9, 2).forEach(tree::add);
        assertThat(tree.blockCount()).as("the tree was pruned").isBetween(20, 36);
        tree.add(rival.get(10));
        Insertion last = tree.add(rival.get(11));
        assertThat(last).isInstanceOf(Insertion.Connected.class);
        Reorganisation reorganisation = Objects.requireNonNull(((Insertion.Connected) last).reorganisation());
        assertThat(reorganisation.commonAncestor()).isEqualTo(hash(fork));
        assertThat(tree.tip()).isEqualTo(rival.getLast());
    }

    @Test
    void floodOfYoungSideBlocksCannotGrowTheTreeNorMoveTheTip() {
        List<Block> followed = chain(Genesis.BLOCK, 12, 0);
        followed.forEach(tree::add);
        for (int salt = 1; salt <= 100; salt++) {
            tree.add(Blocks.on(followed.get(10), salt));
            assertThat(tree.blockCount()).isLessThanOrEqualTo(MAX_BLOCKS);
        }
        assertThat(tree.tip()).isEqualTo(followed.getLast());
        assertThat(tree.recent(100)).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void treeIsBoundedInBytesButKeepsItsNewestBlocks() {
        int size = EncodedSize.of(chain(Genesis.BLOCK, 1, 0).getFirst());
        BlockTree light = new BlockTree(1, new TreeLimits(1_000, 20L * size, 5, 10, 100, MUCH));
        chain(Genesis.BLOCK, 100, 0).forEach(light::add);
        assertThat(light.blockBytes()).isBetween(15L * size, 20L * size);
        BlockTree tiny = new BlockTree(1, new TreeLimits(1_000, size, 5, 10, 100, MUCH));
        chain(Genesis.BLOCK, 100, 0).forEach(tiny::add);
        assertThat(tiny.blockCount()).isEqualTo(10);
        assertThat(tiny.height()).isEqualTo(100);
    }
}
