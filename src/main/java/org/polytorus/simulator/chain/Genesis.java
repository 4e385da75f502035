package org.polytorus.simulator.chain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;

/**
 * The block every chain of ours starts with, mined by PolyTorus itself. Nodes that start from different first blocks could
 * never agree, so this one is fixed.
 */
public final class Genesis {
    private static final UInt128 TIMESTAMP = UInt128.of(1_750_000_000_123L);
    private static final long DIFFICULTY = 4;
    private static final int NONCE = 15_204;
    private static final Bytes PAID_TO = Bytes.ofHex("2bd806c97f0e00af1a1fc3328fa763a9269723c8");

    /** Its hash: 0000748a…. */
    public static final Hash HASH;

    public static final Block BLOCK;

    static {
        Bytes salt = Bytes.wrap(new byte[TransactionFactory.SALT_BYTES]);
        Transaction coinbase =
                TransactionFactory.coinbase(Bytes.wrap("genesis".getBytes(StandardCharsets.UTF_8)), salt, PAID_TO);
        List<Transaction> transactions = List.of(coinbase);
        Bytes commitment = Commitment.of(transactions);
        HASH = BlockHasher.hash("", commitment, TIMESTAMP, DIFFICULTY, NONCE);
        BLOCK = new Block(
                TIMESTAMP,
                transactions,
                "",
                HASH.toString(),
                NONCE,
                0,
                DIFFICULTY,
                DifficultyConfig.DEFAULT,
                MiningStats.NONE,
                commitment);
    }

    private Genesis() {}
}
