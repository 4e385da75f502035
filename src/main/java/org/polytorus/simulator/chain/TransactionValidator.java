package org.polytorus.simulator.chain;

import java.util.Optional;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;

/**
 * The rules for a transaction that travels alone. Values and signatures are not looked at: PolyTorus itself sends
 * transactions with negative values and without signatures, and its nodes take them.
 */
public final class TransactionValidator {
    private TransactionValidator() {}

    /**
     * Holds a transaction against the rules.
     *
     * @param hash what {@link TransactionHasher#hash} says of it
     * @param bytes its encoded size
     * @param maxBytes the largest that is taken
     * @return the first flaw found
     */
    public static Optional<TransactionFlaw> check(Transaction transaction, Hash hash, int bytes, int maxBytes) {
        if (bytes > maxBytes) {
            return Optional.of(TransactionFlaw.TOO_LARGE);
        }
        if (transaction.isCoinbase()) {
            return Optional.of(TransactionFlaw.COINBASE_OUTSIDE_BLOCK);
        }
        boolean empty = transaction.inputs().isEmpty() && transaction.outputs().isEmpty();
        if (empty && transaction.contractData() == null) {
            return Optional.of(TransactionFlaw.EMPTY);
        }
        return TransactionHasher.hasOwnId(transaction, hash) ? Optional.empty() : Optional.of(TransactionFlaw.ID_WRONG);
    }
}
