package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.EncodedSize;

class TransactionValidatorTest {
    private static final int MAX_BYTES = 1_000;
    private static final Transaction PAYMENT = TransactionFactory.payment("alice", "bob", 25, 7, 0);

    @Test
    void paymentIsValid() {
        assertThat(check(PAYMENT)).isEmpty();
    }

    @Test
    void transactionsOfPolyTorusAreValid() {
        for (String name : List.of("simple", "deploy", "eutxo_all_some", "tx_data_call", "tx_data_mixed_2in_3out")) {
            assertThat(check(GoldenChain.transaction(name))).as(name).isEmpty();
        }
    }

    @Test
    void largeTransactionIsRefused() {
        Transaction fits = TransactionFactory.payment("a", "b", 1, 0, MAX_BYTES - sizeOf(0));
        Transaction large = TransactionFactory.payment("a", "b", 1, 0, MAX_BYTES - sizeOf(0) + 1);
        assertThat(check(fits)).isEmpty();
        assertThat(check(large)).contains(TransactionFlaw.TOO_LARGE);
    }

    @Test
    void coinbaseDoesNotTravelAlone() {
        Transaction coinbase = TransactionFactory.reward(1, "miner", new PeerId(1, 2));
        assertThat(check(coinbase)).contains(TransactionFlaw.COINBASE_OUTSIDE_BLOCK);
    }

    @Test
    void transactionWithoutContentIsRefused() {
        assertThat(check(GoldenChain.transaction("empty_everything"))).contains(TransactionFlaw.EMPTY);
    }

    @Test
    void wrongIdIsRefused() {
        Transaction renamed = new Transaction("0".repeat(64), PAYMENT.inputs(), PAYMENT.outputs(), null);
        assertThat(check(renamed)).contains(TransactionFlaw.ID_WRONG);
    }

    @Test
    void nonceAndPaddingMakeAnotherTransaction() {
        assertThat(TransactionFactory.payment("alice", "bob", 25, 7, 0)).isEqualTo(PAYMENT);
        assertThat(TransactionFactory.payment("alice", "bob", 25, 8, 0).id()).isNotEqualTo(PAYMENT.id());
        assertThat(TransactionFactory.payment("alice", "bob", 25, 7, 1).id()).isNotEqualTo(PAYMENT.id());
    }

    @Test
    void rewardsOfTwoNodesDifferAndThoseOfOneNodeDoNot() {
        Transaction reward = TransactionFactory.reward(5, "north", new PeerId(1, 2));
        assertThat(TransactionFactory.reward(5, "north", new PeerId(1, 2))).isEqualTo(reward);
        assertThat(TransactionFactory.reward(5, "north", new PeerId(1, 3)).id()).isNotEqualTo(reward.id());
        assertThat(TransactionFactory.reward(6, "north", new PeerId(1, 2)).id()).isNotEqualTo(reward.id());
        assertThat(reward.isCoinbase()).isTrue();
    }

    private static int sizeOf(int paddingBytes) {
        return EncodedSize.of(TransactionFactory.payment("a", "b", 1, 0, paddingBytes));
    }

    private static Optional<TransactionFlaw> check(Transaction transaction) {
        return TransactionValidator.check(
                transaction, TransactionHasher.hash(transaction), EncodedSize.of(transaction), MAX_BYTES);
    }
}
