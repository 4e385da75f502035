package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;

/** A verdict is shared by equal blocks and by no others. */
final class ValidBlocksTest {
    private final ValidBlocks valid = new ValidBlocks();

    @Test
    void anEqualBlockIsValidAgainAndOneThatWasChangedIsNot() {
        Block block = Blocks.on(Genesis.BLOCK, 1);
        assertThat(valid.check(block, Blocks.DIFFICULTY)).isEmpty();
        assertThat(valid.check(Blocks.on(Genesis.BLOCK, 1), Blocks.DIFFICULTY)).isEmpty();
        assertThat(valid.check(Blocks.withCommitment(block, null), Blocks.DIFFICULTY))
                .contains(BlockFlaw.COMMITMENT_MISSING);
        assertThat(valid.check(Blocks.withTransactions(block, java.util.List.of()), Blocks.DIFFICULTY))
                .contains(BlockFlaw.NO_TRANSACTIONS);
    }

    @Test
    void aNodeThatAsksForMoreWorkRefusesWhatAnotherTook() {
        Block block = Blocks.on(Genesis.BLOCK, 1);
        assertThat(valid.check(block, Blocks.DIFFICULTY)).isEmpty();
        assertThat(valid.check(block, Blocks.DIFFICULTY + 1)).contains(BlockFlaw.DIFFICULTY_TOO_LOW);
    }
}
