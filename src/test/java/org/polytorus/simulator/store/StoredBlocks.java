package org.polytorus.simulator.store;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;
import org.polytorus.simulator.model.UInt128;

/** Blocks that look like a chain; nobody has done their work. */
final class StoredBlocks {
    private static final int TRANSACTIONS = 5;

    private StoredBlocks() {}

    static List<Block> chain(int length) {
        List<Block> blocks = new ArrayList<>();
        for (int height = 1; height <= length; height++) {
            blocks.add(block(height));
        }
        return blocks;
    }

    private static Block block(int height) {
        return new Block(
                UInt128.of(1_750_000_000_000L + height),
                transactions(height),
                hash(height - 1),
                hash(height),
                height,
                height,
                2,
                DifficultyConfig.DEFAULT,
                MiningStats.NONE,
                Bytes.wrap(new byte[40]));
    }

    private static List<Transaction> transactions(int height) {
        List<Transaction> transactions = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            Bytes content = Bytes.wrap(new byte[50 + i]);
            transactions.add(new Transaction(
                    hash(1_000 * height + i),
                    List.of(new TxInput(hash(i), i, content, content, null)),
                    List.of(new TxOutput(i, content, null, null, null)),
                    null));
        }
        return transactions;
    }

    private static String hash(int number) {
        return new Hash(number, 1, 2, 3).toString();
    }
}
