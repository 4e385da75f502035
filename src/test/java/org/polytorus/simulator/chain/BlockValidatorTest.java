package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;

/** Every flaw is made once, in an otherwise valid block whose work has been done anew where its hash changes. */
class BlockValidatorTest {
    private static final String PARENT = Genesis.BLOCK.hash();
    private static final Transaction COINBASE = TransactionFactory.reward(1, "miner", new PeerId(0, 0));
    private static final Transaction PAYMENT = TransactionFactory.payment("alice", "bob", 25, 1, 0);
    private static final Block VALID = Blocks.on(Genesis.BLOCK, 0, PAYMENT);

    @Test
    void validBlockHasNoFlaw() {
        assertThat(BlockValidator.check(VALID, 1)).isEmpty();
        assertThat(BlockValidator.checkAgainstParent(VALID, Genesis.BLOCK)).isEmpty();
    }

    @Test
    void blocksMinedByPolyTorusHaveNoFlaw() {
        assertThat(BlockValidator.check(Genesis.BLOCK, 4)).isEmpty();
        assertThat(BlockValidator.check(GoldenChain.minedBlock(), 3)).isEmpty();
        assertThat(BlockValidator.checkAgainstParent(GoldenChain.minedBlock(), Genesis.BLOCK))
                .isEmpty();
    }

    @Test
    void blockNeedsATransaction() {
        assertFlaw(Blocks.mined(PARENT, 1, 1, List.of()), BlockFlaw.NO_TRANSACTIONS);
    }

    @Test
    void firstTransactionMustBeACoinbase() {
        assertFlaw(Blocks.mined(PARENT, 1, 1, List.of(PAYMENT, COINBASE)), BlockFlaw.FIRST_NOT_COINBASE);
    }

    @Test
    void onlyTheFirstTransactionMayBeACoinbase() {
        Transaction other = TransactionFactory.reward(1, "other", new PeerId(0, 1));
        assertFlaw(Blocks.mined(PARENT, 1, 1, List.of(COINBASE, PAYMENT, other)), BlockFlaw.SECOND_COINBASE);
    }

    @Test
    void coinbasePaysTenInOneOutput() {
        TxOutput ten = COINBASE.outputs().getFirst();
        TxOutput eleven = new TxOutput(11, ten.publicKeyHash(), null, null, null);
        for (List<TxOutput> outputs : List.of(List.<TxOutput>of(), List.of(eleven), List.of(ten, ten))) {
            Transaction coinbase = withOwnId(COINBASE.inputs(), outputs);
            assertFlaw(Blocks.mined(PARENT, 1, 1, List.of(coinbase)), BlockFlaw.COINBASE_VALUE_WRONG);
        }
    }

    @Test
    void blockCarriesItsCommitment() {
        assertFlaw(Blocks.withCommitment(VALID, null), BlockFlaw.COMMITMENT_MISSING);
    }

    @Test
    void commitmentHasFortyBytesAndIsNotHashedBeforeThatIsSure() {
        Bytes tooShort = Bytes.wrap(new byte[Commitment.BYTES - 1]);
        assertFlaw(Blocks.withCommitment(VALID, tooShort), BlockFlaw.COMMITMENT_WRONG);
        assertFlaw(Blocks.mined(PARENT, 1, 1, VALID.transactions(), tooShort), BlockFlaw.COMMITMENT_WRONG);
    }

    @Test
    void commitmentIsThatOfTheTransactions() {
        Bytes ofOthers = Commitment.of(List.of(COINBASE));
        assertFlaw(Blocks.mined(PARENT, 1, 1, VALID.transactions(), ofOthers), BlockFlaw.COMMITMENT_WRONG);
    }

    @Test
    void commitmentCoversTheOrderOfTheTransactions() {
        Transaction second = TransactionFactory.payment("alice", "bob", 25, 2, 0);
        Block block = Blocks.on(Genesis.BLOCK, 0, PAYMENT, second);
        List<Transaction> swapped = List.of(block.transactions().getFirst(), second, PAYMENT);
        assertFlaw(Blocks.withTransactions(block, swapped), BlockFlaw.COMMITMENT_WRONG);
    }

    @Test
    void hashIsSixtyFourBareHexDigits() {
        for (String text : List.of("", "genesis", "\"" + VALID.hash() + "\"", "0" + VALID.hash())) {
            assertFlaw(Blocks.withHash(VALID, text), BlockFlaw.HASH_UNREADABLE);
        }
    }

    @Test
    void previousHashIsSixtyFourBareHexDigits() {
        for (String text : List.of("", "nobody", "\"" + PARENT + "\"")) {
            assertFlaw(Blocks.mined(text, 1, 1, VALID.transactions()), BlockFlaw.PREVIOUS_HASH_UNREADABLE);
        }
    }

    @Test
    void heightIsNotNegative() {
        assertFlaw(Blocks.withHeight(VALID, -1), BlockFlaw.HEIGHT_NEGATIVE);
    }

    @Test
    void difficultyIsAtLeastTheNodesOwn() {
        assertThat(BlockValidator.check(VALID, 2)).contains(BlockFlaw.DIFFICULTY_TOO_LOW);
    }

    @Test
    void hashStartsWithAsManyZerosAsTheDifficultySays() {
        Block honest = Blocks.mined(PARENT, 1, 2, VALID.transactions());
        String oneZero = "0f" + honest.hash().substring(2);
        assertFlaw(Blocks.withHash(honest, oneZero), BlockFlaw.WORK_INSUFFICIENT);
    }

    @Test
    void noHashDoesTheWorkOfAnEnormousUnsignedDifficulty() {
        Block block = new Block(
                VALID.timestamp(),
                VALID.transactions(),
                PARENT,
                "0".repeat(64),
                0,
                1,
                -1,
                VALID.difficultyConfig(),
                VALID.miningStats(),
                VALID.commitment());
        assertFlaw(block, BlockFlaw.WORK_INSUFFICIENT);
    }

    @Test
    void hashIsThatOfTheBlock() {
        Block other = Blocks.on(Genesis.BLOCK, 1);
        assertFlaw(Blocks.withHash(VALID, other.hash()), BlockFlaw.HASH_WRONG);
    }

    @Test
    void transactionIsNamedByItsHash() {
        Transaction renamed = new Transaction(COINBASE.id(), PAYMENT.inputs(), PAYMENT.outputs(), null);
        Transaction nameless = new Transaction("", PAYMENT.inputs(), PAYMENT.outputs(), null);
        for (Transaction wrong : List.of(renamed, nameless)) {
            assertFlaw(Blocks.mined(PARENT, 1, 1, List.of(COINBASE, wrong)), BlockFlaw.TRANSACTION_ID_WRONG);
        }
    }

    @Test
    void transactionSignedAfterItsIdWasTakenIsFine() {
        TxInput input = PAYMENT.inputs().getFirst();
        TxInput unsigned = new TxInput("", 0, Bytes.EMPTY, input.publicKey(), null);
        String id = withOwnId(List.of(unsigned), PAYMENT.outputs()).id();
        Transaction signed = new Transaction(id, PAYMENT.inputs(), PAYMENT.outputs(), null);
        assertThat(id).isNotEqualTo(PAYMENT.id());
        assertThat(BlockValidator.check(Blocks.on(Genesis.BLOCK, 0, signed), 1)).isEmpty();
    }

    @Test
    void transactionHappensOnce() {
        Block block = Blocks.on(Genesis.BLOCK, 0, PAYMENT, PAYMENT);
        assertFlaw(block, BlockFlaw.DUPLICATE_TRANSACTION);
    }

    @Test
    void heightIsTheParentsPlusOne() {
        for (int height : new int[] {0, 2, Integer.MAX_VALUE}) {
            assertThat(BlockValidator.checkAgainstParent(Blocks.withHeight(VALID, height), Genesis.BLOCK))
                    .contains(BlockFlaw.HEIGHT_WRONG);
        }
        Block highest = Blocks.withHeight(VALID, Integer.MAX_VALUE);
        assertThat(BlockValidator.checkAgainstParent(Blocks.withHeight(VALID, Integer.MIN_VALUE), highest))
                .contains(BlockFlaw.HEIGHT_WRONG);
    }

    @Test
    void cheapRulesAreAskedBeforeTheCommitment() {
        Block manyFlaws = Blocks.withHash(Blocks.withCommitment(VALID, Commitment.of(List.of())), Genesis.BLOCK.hash());
        assertFlaw(manyFlaws, BlockFlaw.HASH_WRONG);
    }

    @Test
    void everyFlawSaysWhatIsWrong() {
        assertThat(Arrays.stream(BlockFlaw.values()).map(BlockFlaw::text))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static void assertFlaw(Block block, BlockFlaw flaw) {
        assertThat(BlockValidator.check(block, 1)).contains(flaw);
    }

    private static Transaction withOwnId(List<TxInput> inputs, List<TxOutput> outputs) {
        Transaction nameless = new Transaction("", inputs, outputs, null);
        return new Transaction(TransactionHasher.hash(nameless).toString(), inputs, outputs, null);
    }
}
