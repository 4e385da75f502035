package org.polytorus.simulator.wire;

import java.util.List;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;

/** The other direction of {@link TransactionEncoding}. */
final class TransactionDecoding {
    /** Three empty lengths and the tag of absent contract data. */
    static final int MIN_TRANSACTION_BYTES = 3 * Long.BYTES + 1;

    /** Three empty lengths, vout and the tag of an absent redeemer. */
    private static final int MIN_INPUT_BYTES = 3 * Long.BYTES + Integer.BYTES + 1;

    /** The value, an empty length and three tags of absent values. */
    private static final int MIN_OUTPUT_BYTES = Integer.BYTES + Long.BYTES + 3;

    private TransactionDecoding() {}

    static List<Transaction> readTransactions(BincodeReader reader) throws WireException {
        Transaction[] transactions =
                new Transaction[reader.readListLength("the list of transactions", MIN_TRANSACTION_BYTES)];
        for (int i = 0; i < transactions.length; i++) {
            transactions[i] = readTransaction(reader);
        }
        return List.of(transactions);
    }

    static Transaction readTransaction(BincodeReader reader) throws WireException {
        return new Transaction(
                reader.readString("transaction id"),
                readInputs(reader),
                readOutputs(reader),
                reader.readOptionTag("contract_data") ? readContractData(reader) : null);
    }

    private static List<TxInput> readInputs(BincodeReader reader) throws WireException {
        TxInput[] inputs = new TxInput[reader.readListLength("the list of inputs (vin)", MIN_INPUT_BYTES)];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new TxInput(
                    reader.readString("txid of an input"),
                    reader.readU32("vout of an input"),
                    reader.readBytes("signature of an input"),
                    reader.readBytes("pub_key of an input"),
                    reader.readOptionalBytes("redeemer of an input"));
        }
        return List.of(inputs);
    }

    private static List<TxOutput> readOutputs(BincodeReader reader) throws WireException {
        TxOutput[] outputs = new TxOutput[reader.readListLength("the list of outputs (vout)", MIN_OUTPUT_BYTES)];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = new TxOutput(
                    reader.readU32("value of an output"),
                    reader.readBytes("pub_key_hash of an output"),
                    reader.readOptionalBytes("script of an output"),
                    reader.readOptionalBytes("datum of an output"),
                    reader.readOptionalString("reference_script of an output"));
        }
        return List.of(outputs);
    }

    private static ContractData readContractData(BincodeReader reader) throws WireException {
        ContractData.Action action = readAction(reader);
        return new ContractData(action, reader.readBytes("data of a contract"));
    }

    private static ContractData.Action readAction(BincodeReader reader) throws WireException {
        int at = reader.offset();
        int tag = reader.readU32("tx_type of a contract");
        if (tag == TransactionEncoding.DEPLOY_TAG) {
            return new ContractData.Deploy(
                    reader.readBytes("bytecode"), reader.readBytes("constructor_args"), reader.readU64("gas_limit"));
        }
        if (tag == TransactionEncoding.CALL_TAG) {
            return new ContractData.Call(
                    reader.readString("contract_address"),
                    reader.readString("function_name"),
                    reader.readBytes("arguments"),
                    reader.readU64("gas_limit"),
                    reader.readU64("value"));
        }
        throw reader.failure(
                WireError.UNKNOWN_VARIANT_TAG,
                "tx_type of a contract",
                at,
                "0 is Deploy and 1 is Call; found " + Integer.toUnsignedString(tag));
    }
}
