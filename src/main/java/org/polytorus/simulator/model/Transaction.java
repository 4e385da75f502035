package org.polytorus.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction as it travels. The id is what its maker claims: validation recomputes it. */
public record Transaction(
        String id,
        List<TxInput> inputs,
        List<TxOutput> outputs,
        @Nullable ContractData contractData) {

    public Transaction {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Whether this pays the miner: exactly one input, with txid {@code ""} and vout −1. */
    public boolean isCoinbase() {
        return inputs.size() == 1
                && inputs.getFirst().txid().isEmpty()
                && inputs.getFirst().vout() == -1;
    }
}
