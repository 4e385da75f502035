package org.polytorus.simulator.model;

/** What a transaction asks of a contract. */
public record ContractData(Action action, Bytes data) {

    /** Deploys a contract or calls one. All u64 fields are unsigned. */
    public sealed interface Action {}

    /** Tag 0. */
    public record Deploy(Bytes bytecode, Bytes constructorArguments, long gasLimit) implements Action {}

    /** Tag 1. */
    public record Call(String contractAddress, String functionName, Bytes arguments, long gasLimit, long value)
            implements Action {}
}
