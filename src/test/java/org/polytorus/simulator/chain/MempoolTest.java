package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.EncodedSize;

class MempoolTest {
    private final Mempool mempool = new Mempool();

    @Test
    void transactionsWaitInTheOrderInWhichTheyCame() {
        List<Transaction> payments = payments(0, 3);
        payments.forEach(this::add);
        assertThat(mempool.select(1_000_000, 10)).isEqualTo(payments);
        assertThat(mempool.select(1_000_000, 2)).isEqualTo(payments.subList(0, 2));
        assertThat(mempool.size()).isEqualTo(3);
        assertThat(mempool.get(TransactionHasher.hash(payments.get(1)))).isEqualTo(payments.get(1));
    }

    @Test
    void knownTransactionIsNotTakenTwice() {
        Transaction payment = payment(1);
        assertThat(add(payment)).isTrue();
        assertThat(add(payment)).isFalse();
        assertThat(mempool.size()).isEqualTo(1);
        assertThat(mempool.bytes()).isEqualTo(EncodedSize.of(payment));
        assertThat(mempool.dropped()).as("that is no loss").isZero();
    }

    @Test
    void fullPoolRefusesAndCountsTheNewcomer() {
        payments(0, Mempool.MAX_TRANSACTIONS).forEach(this::add);
        Transaction newcomer = payment(Mempool.MAX_TRANSACTIONS);
        assertThat(add(newcomer)).isFalse();
        assertThat(mempool.size()).isEqualTo(Mempool.MAX_TRANSACTIONS);
        assertThat(mempool.dropped()).isEqualTo(1);
        assertThat(mempool.contains(TransactionHasher.hash(newcomer))).isFalse();
        assertThat(mempool.contains(TransactionHasher.hash(payment(0)))).isTrue();
    }

    @Test
    void poolIsBoundedInBytes() {
        Transaction heavy = payment(0);
        int size = (int) Mempool.MAX_BYTES;
        assertThat(mempool.add(heavy, TransactionHasher.hash(heavy), size - 1)).isTrue();
        assertThat(add(payment(1))).isFalse();
        assertThat(mempool.dropped()).isEqualTo(1);
        assertThat(mempool.bytes()).isEqualTo(size - 1L);
    }

    @Test
    void selectionPassesOverWhatDoesNotFit() {
        Transaction small = payment(0);
        Transaction large = TransactionFactory.payment("alice", "bob", 1, 1, 1_000);
        Transaction other = payment(2);
        List.of(small, large, other).forEach(this::add);
        assertThat(mempool.select(2 * EncodedSize.of(small), 10)).containsExactly(small, other);
    }

    @Test
    void includedTransactionsLeaveAndDoNotComeBack() {
        Transaction payment = payment(0);
        add(payment);
        mempool.removeIncluded(Blocks.on(Genesis.BLOCK, 0, payment));
        assertThat(mempool.size()).isZero();
        assertThat(mempool.bytes()).isZero();
        assertThat(mempool.isKnown(TransactionHasher.hash(payment))).isTrue();
        assertThat(add(payment)).isFalse();
    }

    @Test
    void onlySoManyIncludedTransactionsAreRemembered() {
        int perBlock = Mempool.MAX_REMEMBERED / 4;
        List<Transaction> payments = payments(0, Mempool.MAX_REMEMBERED + 1);
        for (int from = 0; from < payments.size(); from += perBlock) {
            List<Transaction> part = payments.subList(from, Math.min(from + perBlock, payments.size()));
            mempool.removeIncluded(Blocks.withTransactions(Genesis.BLOCK, part));
        }
        assertThat(mempool.isKnown(TransactionHasher.hash(payments.getFirst()))).isFalse();
        assertThat(mempool.isKnown(TransactionHasher.hash(payments.get(1)))).isTrue();
        assertThat(mempool.isKnown(TransactionHasher.hash(payments.getLast()))).isTrue();
    }

    @Test
    void reorganisationReturnsWhatTheNewChainLacks() {
        Transaction onBoth = payment(0);
        Transaction onlyOnOld = payment(1);
        Transaction onlyOnNew = payment(2);
        BlockTree tree = new BlockTree(1);
        List.of(onBoth, onlyOnOld, onlyOnNew).forEach(this::add);

        follow(tree, Blocks.on(Genesis.BLOCK, 0, onBoth, onlyOnOld));
        assertThat(mempool.select(10_000, 10)).containsExactly(onlyOnNew);

        Block side = Blocks.on(Genesis.BLOCK, 1, onlyOnNew);
        follow(tree, side);
        assertThat(mempool.select(10_000, 10))
                .as("a side block changes nothing")
                .containsExactly(onlyOnNew);

        follow(tree, Blocks.on(side, 1, onBoth));
        assertThat(mempool.select(10_000, 10)).as("without coinbases").containsExactly(onlyOnOld);
        assertThat(mempool.isKnown(TransactionHasher.hash(onBoth))).isTrue();
        assertThat(add(onBoth)).isFalse();
    }

    private void follow(BlockTree tree, Block block) {
        Insertion outcome = tree.add(block);
        assertThat(outcome).isInstanceOf(Insertion.Connected.class);
        mempool.follow((Insertion.Connected) outcome);
    }

    private boolean add(Transaction transaction) {
        return mempool.add(transaction, TransactionHasher.hash(transaction), EncodedSize.of(transaction));
    }

    private static Transaction payment(int nonce) {
        return TransactionFactory.payment("alice", "bob", 1, nonce, 0);
    }

    private static List<Transaction> payments(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(MempoolTest::payment)
                .toList();
    }
}
