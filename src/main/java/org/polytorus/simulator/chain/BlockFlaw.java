package org.polytorus.simulator.chain;

/** The rules of the chain that a block can break, cheapest to find first. */
public enum BlockFlaw {
    /** PolyTorus: a valid block has at least one transaction. */
    NO_TRANSACTIONS("it holds no transaction"),
    /** PolyTorus: the first transaction pays the miner. */
    FIRST_NOT_COINBASE("its first transaction is no coinbase"),
    /** PolyTorus: only the first does. */
    SECOND_COINBASE("a transaction after the first is a coinbase"),
    /** A coinbase pays 10 in one output; without this rule a miner could grant itself anything. */
    COINBASE_VALUE_WRONG("its coinbase does not pay exactly 10 in one output"),
    /** A mined block always carries its commitment; working it out first would do a stranger's work for him. */
    COMMITMENT_MISSING("it carries no commitment"),
    /** The commitment is not 40 bytes long, or not that of the block's transactions. */
    COMMITMENT_WRONG("its commitment is not that of its transactions"),
    /** Blocks are found by their hash, so one that cannot be read names nothing. */
    HASH_UNREADABLE("its hash is not 64 lower-case hex digits"),
    /** Every block but the first names its parent by the same 64 digits. */
    PREVIOUS_HASH_UNREADABLE("its previous hash is not 64 lower-case hex digits"),
    /** Heights count from 0. */
    HEIGHT_NEGATIVE("its height is negative"),
    /** This node asks for more work than the block claims to have done. */
    DIFFICULTY_TOO_LOW("its difficulty is below this node's"),
    /** The hash starts with fewer zeros than the block's own difficulty says. */
    WORK_INSUFFICIENT("its hash starts with fewer zeros than its difficulty asks for"),
    /** The claimed hash is not the one of the block's parts. */
    HASH_WRONG("its hash is not that of its content"),
    /** A transaction is named by its hash. */
    TRANSACTION_ID_WRONG("the id of a transaction is not its hash"),
    /** One transaction happens once. */
    DUPLICATE_TRANSACTION("it holds a transaction twice"),
    /** The height is not covered by the hash, so it is held against the parent's. */
    HEIGHT_WRONG("its height is not its parent's plus one"),
    /** A block without a parent that is not the genesis block: another chain altogether. */
    OTHER_GENESIS("it begins another chain"),
    /** The tree no longer holds blocks as old as this one's parent. */
    TOO_OLD("it branches off below the oldest block that is kept");

    private final String text;

    BlockFlaw(String text) {
        this.text = text;
    }

    /** The flaw as the end of a sentence that begins with "The block was refused: ". */
    public String text() {
        return text;
    }
}
