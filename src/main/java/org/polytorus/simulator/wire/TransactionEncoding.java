package org.polytorus.simulator.wire;

import java.util.List;
import org.polytorus.simulator.model.ContractData;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;

/** Transactions and their parts in bincode. Public, since a transaction's hash is taken over these bytes. */
public final class TransactionEncoding {
    static final int DEPLOY_TAG = 0;
    static final int CALL_TAG = 1;

    private TransactionEncoding() {}

    /** Writes id, inputs, outputs and optional contract data: the whole, as it travels. */
    public static void writeTransaction(BincodeWriter writer, Transaction transaction) {
        writer.writeString(transaction.id());
        writeInputs(writer, transaction.inputs());
        writeOutputs(writer, transaction.outputs());
        ContractData contractData = transaction.contractData();
        writer.writeOptionTag(contractData != null);
        if (contractData != null) {
            writeContractData(writer, contractData);
        }
    }

    /** Writes the number of inputs, then each. */
    public static void writeInputs(BincodeWriter writer, List<TxInput> inputs) {
        writer.writeU64(inputs.size());
        for (TxInput input : inputs) {
            writer.writeString(input.txid());
            writer.writeU32(input.vout());
            writer.writeBytes(input.signature());
            writer.writeBytes(input.publicKey());
            writer.writeOptionalBytes(input.redeemer());
        }
    }

    /** Writes the number of outputs, then each. */
    public static void writeOutputs(BincodeWriter writer, List<TxOutput> outputs) {
        writer.writeU64(outputs.size());
        for (TxOutput output : outputs) {
            writer.writeU32(output.value());
            writer.writeBytes(output.publicKeyHash());
            writer.writeOptionalBytes(output.script());
            writer.writeOptionalBytes(output.datum());
            writer.writeOptionalString(output.referenceScript());
        }
    }

    /** Writes contract data that is there, without the tag that says so. */
    public static void writeContractData(BincodeWriter writer, ContractData contractData) {
        switch (contractData.action()) {
            case ContractData.Deploy deploy -> {
                writer.writeU32(DEPLOY_TAG);
                writer.writeBytes(deploy.bytecode());
                writer.writeBytes(deploy.constructorArguments());
                writer.writeU64(deploy.gasLimit());
            }
            case ContractData.Call call -> {
                writer.writeU32(CALL_TAG);
                writer.writeString(call.contractAddress());
                writer.writeString(call.functionName());
                writer.writeBytes(call.arguments());
                writer.writeU64(call.gasLimit());
                writer.writeU64(call.value());
            }
        }
        writer.writeBytes(contractData.data());
    }
}
