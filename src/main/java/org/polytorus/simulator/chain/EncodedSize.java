package org.polytorus.simulator.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;

/** How many bytes the wire takes for a value, counted without writing it: what the bounds in bytes are held against. */
public final class EncodedSize {
    private static final int TAG = 1;
    private static final int I32 = 4;
    private static final int U64 = 8;
    private static final int U128 = 16;
    private static final int ENUM = 4;
    private static final int DIFFICULTY_CONFIG = 5 * U64;

    private EncodedSize() {}

    /** A block without the tag of the message around it. */
    public static int of(Block block) {
        int fixed = U128 + U64 + I32 + I32 + U64 + DIFFICULTY_CONFIG;
        int stats = U128 + U64 + U128 * block.miningStats().recentBlockTimes().size() + U64 + U64;
        return fixed
                + stats
                + of(block.previousHash())
                + of(block.hash())
                + optional(block.commitment())
                + ofAll(block.transactions());
    }

    /** A transaction without the tag of the message around it. */
    public static int of(Transaction transaction) {
        int size = of(transaction.id()) + U64 + U64 + TAG;
        for (TxInput input : transaction.inputs()) {
            size += of(input.txid()) + I32 + of(input.signature()) + of(input.publicKey()) + optional(input.redeemer());
        }
        for (TxOutput output : transaction.outputs()) {
            String reference = output.referenceScript();
            size += I32 + of(output.publicKeyHash()) + optional(output.script()) + optional(output.datum()) + TAG;
            size += reference == null ? 0 : of(reference);
        }
        ContractData contract = transaction.contractData();
        return size + (contract == null ? 0 : of(contract));
    }

    /** The bytes of some transactions inside a block, without the word that counts them. */
    static int ofAll(List<Transaction> transactions) {
        int size = 0;
        for (Transaction transaction : transactions) {
            size += of(transaction);
        }
        return size;
    }

    private static int of(ContractData contract) {
        int action = switch (contract.action()) {
            case ContractData.Deploy deploy -> of(deploy.bytecode()) + of(deploy.constructorArguments()) + U64;
            case ContractData.Call call ->
                of(call.contractAddress()) + of(call.functionName()) + of(call.arguments()) + U64 + U64;
        };
        return ENUM + action + of(contract.data());
    }

    private static int of(Bytes bytes) {
        return U64 + bytes.length();
    }

    private static int optional(@Nullable Bytes bytes) {
        return TAG + (bytes == null ? 0 : of(bytes));
    }

    /** Counts UTF-8 without making it. */
    private static int of(String text) {
        int size = U64;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                size += 1;
            } else if (unit < 0x800 || Character.isSurrogate(unit)) {
                size += 2;
            } else {
                size += 3;
            }
        }
        return size;
    }
}
