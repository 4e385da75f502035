package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
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

    private BlockTree tree(int minimumDifficulty) {
        return new BlockTree(minimumDifficulty, TreeLimits.DEFAULT, valid);
    }
}
