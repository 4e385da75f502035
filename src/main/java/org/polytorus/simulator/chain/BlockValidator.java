package org.polytorus.simulator.chain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;

/**
 * The rules that make a block valid. Blocks come from strangers, so what is cheap is asked first: only a block whose work
 * has been done gets its transactions hashed and its commitment worked out.
 *
 * <p>There is no rule about time, since PolyTorus has none and the clocks of its nodes may differ; none about the
 * difficulty that follows from earlier blocks, since each PolyTorus node is told its own; none about the size, which the
 * frame bounds already; and none about what transactions spend, since PolyTorus's nodes do not look it up.
 */
public final class BlockValidator {
    private BlockValidator() {}

    /**
     * Holds a block against every rule that needs no other block.
     *
     * @param minimumDifficulty hex zeros that this node asks for at least
     * @return the first flaw found
     */
    public static Optional<BlockFlaw> check(Block block, int minimumDifficulty) {
        return checkCoinbase(block.transactions())
                .or(() -> checkHeader(block, minimumDifficulty))
                .or(() -> checkTransactions(block.transactions()))
                .or(() -> checkCommitment(block));
    }

    /** Holds a block against the parent that it names. */
    public static Optional<BlockFlaw> checkAgainstParent(Block block, Block parent) {
        return flawIf(block.height() != parent.height() + 1L, BlockFlaw.HEIGHT_WRONG);
    }

    private static Optional<BlockFlaw> checkCoinbase(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return Optional.of(BlockFlaw.NO_TRANSACTIONS);
        }
        Transaction first = transactions.getFirst();
        if (!first.isCoinbase()) {
            return Optional.of(BlockFlaw.FIRST_NOT_COINBASE);
        }
        if (transactions.stream().skip(1).anyMatch(Transaction::isCoinbase)) {
            return Optional.of(BlockFlaw.SECOND_COINBASE);
        }
        boolean paysReward =
                first.outputs().size() == 1 && first.outputs().getFirst().value() == TransactionFactory.REWARD;
        return flawIf(!paysReward, BlockFlaw.COINBASE_VALUE_WRONG);
    }

    /** Everything about the block but its transactions: at most one hash of 140 bytes is worked out. */
    private static Optional<BlockFlaw> checkHeader(Block block, int minimumDifficulty) {
        Bytes commitment = block.commitment();
        if (commitment == null) {
            return Optional.of(BlockFlaw.COMMITMENT_MISSING);
        }
        if (commitment.length() != Commitment.BYTES) {
            return Optional.of(BlockFlaw.COMMITMENT_WRONG);
        }
        Hash claimed = ChainTexts.hash(block.hash());
        if (claimed == null) {
            return Optional.of(BlockFlaw.HASH_UNREADABLE);
        }
        if (block.height() < 0) {
            return Optional.of(BlockFlaw.HEIGHT_NEGATIVE);
        }
        boolean isFirst = block.height() == 0 && block.previousHash().isEmpty();
        if (!isFirst && ChainTexts.hash(block.previousHash()) == null) {
            return Optional.of(BlockFlaw.PREVIOUS_HASH_UNREADABLE);
        }
        if (Long.compareUnsigned(block.difficulty(), minimumDifficulty) < 0) {
            return Optional.of(BlockFlaw.DIFFICULTY_TOO_LOW);
        }
        if (!ProofOfWork.isDone(claimed, block.difficulty())) {
            return Optional.of(BlockFlaw.WORK_INSUFFICIENT);
        }
        return flawIf(!BlockHasher.hash(block).equals(claimed), BlockFlaw.HASH_WRONG);
    }

    private static Optional<BlockFlaw> checkTransactions(List<Transaction> transactions) {
        Set<Hash> seen = LinkedHashSet.newLinkedHashSet(transactions.size());
        for (Transaction transaction : transactions) {
            Hash hash = TransactionHasher.hash(transaction);
            if (!TransactionHasher.hasOwnId(transaction, hash)) {
                return Optional.of(BlockFlaw.TRANSACTION_ID_WRONG);
            }
            if (!seen.add(hash)) {
                return Optional.of(BlockFlaw.DUPLICATE_TRANSACTION);
            }
        }
        return Optional.empty();
    }

    private static Optional<BlockFlaw> checkCommitment(Block block) {
        Bytes claimed = block.commitment();
        return flawIf(
                claimed == null || !claimed.equals(Commitment.of(block.transactions())), BlockFlaw.COMMITMENT_WRONG);
    }

    private static Optional<BlockFlaw> flawIf(boolean broken, BlockFlaw flaw) {
        return broken ? Optional.of(flaw) : Optional.empty();
    }
}
