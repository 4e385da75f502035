package org.polytorus.simulator.chain;

/** The rules that a transaction on its own can break. */
public enum TransactionFlaw {
    /** It would not fit into a block of this node. */
    TOO_LARGE("it is larger than a block of this node may be"),
    /** Coinbases exist only as the first transaction of a block. */
    COINBASE_OUTSIDE_BLOCK("it is a coinbase, which only a block can hold"),
    /** Without inputs, outputs and contract nothing tells it from any other such transaction. */
    EMPTY("it has no inputs, no outputs and no contract"),
    /** A transaction is named by its hash. */
    ID_WRONG("its id is not its hash");

    private final String text;

    TransactionFlaw(String text) {
        this.text = text;
    }

    /** The flaw as the end of a sentence that begins with "The transaction was refused: ". */
    public String text() {
        return text;
    }
}
