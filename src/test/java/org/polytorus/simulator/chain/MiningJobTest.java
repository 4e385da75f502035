package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.EncodedSize;

class MiningJobTest {
    private static final long NOW_MILLIS = 1_800_000_000_000L;
    private static final int MAX_BLOCK_BYTES = 4_000;
    private static final Transaction REWARD = TransactionFactory.reward(1, "north", new PeerId(1, 2));

    private final Mempool mempool = new Mempool();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void minedBlockIsValidAndHasTheDifficulty(int difficulty) {
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, difficulty, NOW_MILLIS));
        assertThat(BlockValidator.check(block, difficulty)).isEmpty();
        assertThat(BlockValidator.checkAgainstParent(block, Genesis.BLOCK)).isEmpty();
        assertThat(block.difficulty()).isEqualTo(difficulty);
        assertThat(block.timestamp()).isEqualTo(UInt128.of(NOW_MILLIS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nonceIsTheFirstThatDoesTheWork(int difficulty) {
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, difficulty, NOW_MILLIS));
        NonceSearch search = new NonceSearch(
                block.previousHash(), Commitment.of(block.transactions()), block.timestamp(), difficulty);
        assertThat(IntStream.range(0, block.nonce())
                        .map(nonce -> search.hash(nonce).leadingHexZeros()))
                .allMatch(zeros -> zeros < difficulty);
    }

    @Test
    void slicesFindTheSameBlockAsOneSearch() {
        Block whole = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 2, NOW_MILLIS));
        MiningJob job = MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 2, NOW_MILLIS);
        Block sliced = job.tryNonces(1);
        while (sliced == null) {
            sliced = job.tryNonces(1);
        }
        assertThat(sliced).isEqualTo(whole);
        assertThat(job.attempts()).isEqualTo(whole.nonce() + 1L);
    }

    @Test
    void statisticsSayHowManyHashesWereMade() {
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 2, NOW_MILLIS));
        UInt128 sinceGenesis = UInt128.of(NOW_MILLIS - Genesis.BLOCK.timestamp().low());
        assertThat(block.miningStats().totalAttempts()).isEqualTo(block.nonce() + 1L);
        assertThat(block.miningStats().successfulMines()).isEqualTo(1);
        assertThat(block.miningStats().averageMiningTime()).isEqualTo(sinceGenesis);
        assertThat(block.miningStats().recentBlockTimes()).containsExactly(sinceGenesis);
    }

    @Test
    void blockTakesWaitingTransactionsThatFit() {
        for (int i = 0; i < 100; i++) {
            Transaction payment = TransactionFactory.payment("alice", "bob", 1, i, 0);
            mempool.add(payment, TransactionHasher.hash(payment), EncodedSize.of(payment));
        }
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 1, NOW_MILLIS));
        int paymentBytes = EncodedSize.of(TransactionFactory.payment("alice", "bob", 1, 0, 0));
        assertThat(block.transactions().getFirst()).isEqualTo(REWARD);
        assertThat(EncodedSize.of(block)).isBetween(MAX_BLOCK_BYTES - paymentBytes + 1, MAX_BLOCK_BYTES);
        assertThat(mempool.size())
                .as("they wait on until the block is followed")
                .isEqualTo(100);
    }

    @Test
    void timestampIsLaterThanTheParents() {
        long parentMillis = Genesis.BLOCK.timestamp().low();
        for (long now : new long[] {parentMillis, parentMillis - MiningJob.MAX_PARENT_LEAD_MILLIS}) {
            Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 1, now));
            assertThat(block.timestamp()).isEqualTo(UInt128.of(parentMillis + 1));
        }
    }

    @Test
    void parentFarInTheFutureIsNotFollowedThere() {
        long now = Genesis.BLOCK.timestamp().low() - MiningJob.MAX_PARENT_LEAD_MILLIS - 1;
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 1, now));
        assertThat(block.timestamp()).isEqualTo(UInt128.of(now));
        assertThat(block.miningStats().averageMiningTime()).isEqualTo(UInt128.ZERO);
    }

    @Test
    void unansweredSearchReturnsNothing() {
        MiningJob job = MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 64, NOW_MILLIS);
        assertThat(job.tryNonces(1_000)).isNull();
        assertThat(job.attempts()).isEqualTo(1_000);
        assertThat(job.parentHash()).isEqualTo(Genesis.BLOCK.hash());
        assertThat(job.height()).isEqualTo(1);
    }

    @Test
    void timestampAdvancesWhenTheNoncesRunOut() {
        int noncesPerTimestamp = 10;
        MiningJob job = new MiningJob(Genesis.BLOCK, List.of(REWARD), 3, NOW_MILLIS, noncesPerTimestamp);
        Block block = mine(job);
        long timestamps = block.timestamp().low() - NOW_MILLIS;
        assertThat(timestamps).isPositive();
        assertThat(job.attempts()).isEqualTo(timestamps * noncesPerTimestamp + block.nonce() + 1);
        assertThat(BlockValidator.check(block, 3)).isEmpty();
    }

    @Test
    void impossibleDifficultyIsRefused() {
        assertThatThrownBy(() -> MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 65, NOW_MILLIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65");
    }

    @Test
    void hashOfTheBlockIsRecomputable() {
        Block block = mine(MiningJob.on(Genesis.BLOCK, REWARD, mempool, MAX_BLOCK_BYTES, 1, NOW_MILLIS));
        assertThat(BlockHasher.hash(block)).isEqualTo(Hash.parse(block.hash()));
    }

    private static Block mine(MiningJob job) {
        Block block = job.tryNonces(1_000_000);
        assertThat(block).isNotNull();
        return Objects.requireNonNull(block);
    }
}
