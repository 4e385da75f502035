package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxOutput;

/** What a hostile miner makes, with the work done where a rule asks for it: for nodes of difficulty 1. */
public final class HostileChain {
    private static final String PARENT = Genesis.BLOCK.hash();
    private static final Transaction COINBASE = TransactionFactory.reward(1, "miner", new PeerId(0, 0));
    private static final Transaction PAYMENT = TransactionFactory.payment("alice", "bob", 25, 1, 0);
    private static final Block VALID = Blocks.on(Genesis.BLOCK, 0, PAYMENT);

    private HostileChain() {}

    /** A valid block at height 1. */
    public static Block valid() {
        return VALID;
    }

    /** A block for each rule that one block alone can break. TOO_OLD takes a pruned tree, and is nobody's fault. */
    public static Map<BlockFlaw, Block> flawed() {
        Map<BlockFlaw, Block> blocks = new EnumMap<>(BlockFlaw.class);
        Transaction second = TransactionFactory.reward(1, "other", new PeerId(0, 1));
        TxOutput ten = COINBASE.outputs().getFirst();
        TxOutput eleven = new TxOutput(11, ten.publicKeyHash(), null, null, null);
        Transaction renamed = new Transaction(COINBASE.id(), PAYMENT.inputs(), PAYMENT.outputs(), null);
        blocks.put(BlockFlaw.NO_TRANSACTIONS, mined(List.of()));
        blocks.put(BlockFlaw.FIRST_NOT_COINBASE, mined(List.of(PAYMENT, COINBASE)));
        blocks.put(BlockFlaw.SECOND_COINBASE, mined(List.of(COINBASE, second)));
        blocks.put(
                BlockFlaw.COINBASE_VALUE_WRONG,
                mined(List.of(new Transaction(COINBASE.id(), COINBASE.inputs(), List.of(eleven), null))));
        blocks.put(BlockFlaw.COMMITMENT_MISSING, Blocks.withCommitment(VALID, null));
        Bytes ofOthers = Commitment.of(List.of(PAYMENT));
        blocks.put(BlockFlaw.COMMITMENT_WRONG, Blocks.mined(PARENT, 1, 1, List.of(COINBASE), ofOthers));
        blocks.put(BlockFlaw.HASH_UNREADABLE, Blocks.withHash(VALID, "none"));
        blocks.put(BlockFlaw.PREVIOUS_HASH_UNREADABLE, Blocks.mined("nobody", 1, 1, List.of(COINBASE)));
        blocks.put(BlockFlaw.HEIGHT_NEGATIVE, Blocks.withHeight(VALID, -1));
        blocks.put(BlockFlaw.DIFFICULTY_TOO_LOW, Blocks.mined(PARENT, 1, 0, List.of(COINBASE)));
        blocks.put(BlockFlaw.WORK_INSUFFICIENT, Blocks.withHash(VALID, "f".repeat(2 * Hash.BYTES)));
        blocks.put(BlockFlaw.HASH_WRONG, Blocks.withHash(VALID, "0".repeat(2 * Hash.BYTES)));
        blocks.put(BlockFlaw.TRANSACTION_ID_WRONG, mined(List.of(COINBASE, renamed)));
        blocks.put(BlockFlaw.DUPLICATE_TRANSACTION, mined(List.of(COINBASE, PAYMENT, PAYMENT)));
        blocks.put(BlockFlaw.HEIGHT_WRONG, Blocks.withHeight(VALID, 7));
        blocks.put(BlockFlaw.OTHER_GENESIS, Blocks.mined("", 0, 1, List.of(COINBASE)));
        return blocks;
    }

    /** Blocks of which each stands on the one before, and the first on nothing that anybody has. */
    public static List<Block> orphans(int count, int paddingBytes) {
        List<Transaction> content = new ArrayList<>(List.of(COINBASE));
        if (paddingBytes > 0) {
            content.add(TransactionFactory.payment("alice", "bob", 1, 7, paddingBytes));
        }
        Bytes commitment = Commitment.of(content);
        List<Block> blocks = new ArrayList<>();
        String parent = new Hash(1, 2, 3, 4).toString();
        for (int height = 2; height < count + 2; height++) {
            Block block = Blocks.mined(parent, height, 1, content, commitment);
            blocks.add(block);
            parent = block.hash();
        }
        return blocks;
    }

    private static Block mined(List<Transaction> transactions) {
        return Blocks.mined(PARENT, 1, 1, transactions);
    }
}
