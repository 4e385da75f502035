package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.EncodedSize;

/** A verdict is shared by equal blocks and by no others. */
final class ValidBlocksTest {
    private final ValidBlocks valid = new ValidBlocks();
    private final Block block = Blocks.on(Genesis.BLOCK, 1);

    @Test
    void anEqualBlockIsFoundAndOneThatWasChangedIsNot() {
        ValidBlock remembered = valid.remember(block, BlockTreeTest.hash(block), Genesis.HASH);
        assertThat(remembered)
                .isEqualTo(new ValidBlock(block, BlockTreeTest.hash(block), Genesis.HASH, EncodedSize.of(block)));
        assertThat(valid.find(Blocks.on(Genesis.BLOCK, 1), Blocks.DIFFICULTY)).isSameAs(remembered);
        assertThat(valid.find(Blocks.withCommitment(block, null), Blocks.DIFFICULTY))
                .isNull();
        assertThat(valid.find(Blocks.withTransactions(block, List.of()), Blocks.DIFFICULTY))
                .isNull();
        assertThat(valid.find(Blocks.on(Genesis.BLOCK, 2), Blocks.DIFFICULTY)).isNull();
    }

    @Test
    void treesThatShareTakeTheSameBlock() {
        BlockTree first = tree(Blocks.DIFFICULTY);
        BlockTree second = tree(Blocks.DIFFICULTY);
        Insertion taken = new Insertion.Connected(List.of(block), List.of(block), null);
        assertThat(first.add(block)).isEqualTo(taken);
        assertThat(valid.find(block, Blocks.DIFFICULTY)).isNotNull();
        assertThat(second.add(block)).isEqualTo(taken);
        assertThat(second.tipHash()).isEqualTo(BlockTreeTest.hash(block));
        assertThat(second.blockBytes()).isEqualTo(first.blockBytes());
    }

    @Test
    void aBlockThatDiffersFromWhatAnotherTreeTookIsJudgedByItself() {
        tree(Blocks.DIFFICULTY).add(block);
        assertThat(tree(Blocks.DIFFICULTY).add(Blocks.withCommitment(block, null)))
                .isEqualTo(new Insertion.Rejected(BlockFlaw.COMMITMENT_MISSING));
        assertThat(tree(Blocks.DIFFICULTY).add(Blocks.withTransactions(block, List.of())))
                .isEqualTo(new Insertion.Rejected(BlockFlaw.NO_TRANSACTIONS));
    }

    @Test
    void aTreeThatAsksForMoreWorkRefusesWhatAnotherTook() {
        tree(Blocks.DIFFICULTY).add(block);
        assertThat(tree(Blocks.DIFFICULTY + 1).add(block))
                .isEqualTo(new Insertion.Rejected(BlockFlaw.DIFFICULTY_TOO_LOW));
    }

    @Test
    void whatOneTreeRefusedIsNotTakenByAnother() {
        Block bare = Blocks.withTransactions(block, List.of());
        assertThat(tree(Blocks.DIFFICULTY).add(bare)).isInstanceOf(Insertion.Rejected.class);
        assertThat(valid.find(bare, Blocks.DIFFICULTY)).isNull();
    }

    @Test
    void eachTreeFollowsWhatCameFirstToItselfWhateverItKnowsFromAnother() {
        Block left = Blocks.on(block, 1);
        Block right = Blocks.on(block, 2);
        Block onLeft = Blocks.on(left, 1);
        Block onRight = Blocks.on(right, 1);
        assertThat(tipAfter(block, left, right, onLeft, onRight)).isEqualTo(onLeft);
        assertThat(tipAfter(onRight, left, right, onLeft, block))
                .as("of two that wait, the one that came first")
                .isEqualTo(onRight);
    }

    private Block tipAfter(Block... arriving) {
        BlockTree tree = tree(Blocks.DIFFICULTY);
        for (Block each : arriving) {
            tree.add(each);
        }
        return tree.tip();
    }

    @Test
    void aBlockAndItsChildHoldOneAndTheSameHash() {
        ValidBlock parent = valid.remember(block, BlockTreeTest.hash(block), Genesis.HASH);
        Block next = Blocks.on(block, 1);
        ValidBlock child = valid.remember(next, BlockTreeTest.hash(next), BlockTreeTest.hash(block));
        assertThat(child.parent()).isSameAs(parent.hash());
    }

    @Test
    void aHashIsForgottenOnlyWhenThousandsCameAfterIt() {
        Hash first = valid.shared(new Hash(0, 0, 0, 0));
        share(1, 4_095);
        assertThat(valid.shared(new Hash(0, 0, 0, 0))).isSameAs(first);
        share(5_000, 4_096);
        assertThat(valid.shared(new Hash(0, 0, 0, 0))).isNotSameAs(first);
    }

    private void share(int from, int count) {
        for (int i = from; i < from + count; i++) {
            valid.shared(new Hash(0, 0, 0, i));
        }
    }

    @Test
    void blocksAreForgottenWhenThoseThatCameAfterThemWeighTooMuch() {
        int size = 1 << 20;
        int fitting = (int) (ValidBlocks.MAX_BYTES / size) - 1;
        List<Block> heavy = new ArrayList<>();
        for (int i = 0; i <= fitting; i++) {
            Block each = Blocks.withHash(block, "block " + i);
            heavy.add(Blocks.withCommitment(each, Bytes.wrap(new byte[size])));
        }
        heavy.subList(0, fitting).forEach(this::remember);
        assertThat(heavy.subList(0, fitting)).allMatch(this::isRemembered);
        remember(heavy.getLast());
        assertThat(heavy).filteredOn(this::isRemembered).isEqualTo(heavy.subList(1, fitting + 1));
    }

    private void remember(Block found) {
        valid.remember(found, Genesis.HASH, Genesis.HASH);
    }

    private boolean isRemembered(Block found) {
        return valid.find(found, Blocks.DIFFICULTY) != null;
    }

    private BlockTree tree(int minimumDifficulty) {
        return new BlockTree(minimumDifficulty, TreeLimits.DEFAULT, valid);
    }
}
