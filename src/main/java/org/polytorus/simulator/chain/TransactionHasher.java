package org.polytorus.simulator.chain;

import java.util.List;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.wire.BincodeWriter;
import org.polytorus.simulator.wire.TransactionEncoding;

/** The hash by which PolyTorus names a transaction. */
public final class TransactionHasher {
    private TransactionHasher() {}

    /** SHA-256 over inputs, outputs and contract data; the id that the transaction claims has no part in it. */
    public static Hash hash(Transaction transaction) {
        return hash(transaction, transaction.inputs());
    }

    /**
     * Whether the transaction's id is one that PolyTorus would give it: its hash, or the hash it had before it was signed,
     * since PolyTorus's wallets take the id first and put the signatures in afterwards.
     *
     * @param hash what {@link #hash} says of the transaction
     */
    static boolean hasOwnId(Transaction transaction, Hash hash) {
        Hash id = ChainTexts.hash(transaction.id());
        if (id == null || id.equals(hash)) {
            return id != null;
        }
        List<TxInput> unsigned =
                transaction.inputs().stream().map(TransactionHasher::unsigned).toList();
        return id.equals(hash(transaction, unsigned));
    }

    private static Hash hash(Transaction transaction, List<TxInput> inputs) {
        BincodeWriter preimage = new BincodeWriter();
        TransactionEncoding.writeInputs(preimage, inputs);
        TransactionEncoding.writeOutputs(preimage, transaction.outputs());
        ContractData contract = transaction.contractData();
        if (contract != null) {
            TransactionEncoding.writeContractData(preimage, contract);
        }
        return Hash.of(Sha256.of(preimage.toByteArray()));
    }

    private static TxInput unsigned(TxInput input) {
        return new TxInput(input.txid(), input.vout(), Bytes.EMPTY, input.publicKey(), input.redeemer());
    }
}
