package org.polytorus.simulator.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.Message;

/** The messages that are measured, of the sizes that real traffic has. */
final class BenchMessages {
    private static final String HASH = "ced9ebffe95fef174e57ef369eccb910cb9f047f38364df0aeead7f7d6b1c331";
    private static final long TIME_MILLIS = 1_750_000_000_000L;

    private BenchMessages() {}

    record Named(String name, Message message) {}

    static List<Named> all() {
        return List.of(
                new Named("ping", new Message.Ping(81_985_529_216_486_895L, TIME_MILLIS / 1000)),
                new Named("transaction", new Message.TransactionData(simpleTransaction())),
                new Named("block, 3 transactions", new Message.BlockData(block(3))),
                new Named("block, 500 transactions", new Message.BlockData(block(500))));
    }

    /** The simplest of PolyTorus's golden transactions: one input, one output, no contract. */
    static Transaction simpleTransaction() {
        TxInput input = new TxInput("", 0, Bytes.EMPTY, Bytes.ofHex("616c696365"), null);
        Bytes receiver = Bytes.ofHex("81b637d8fcd2c6da6359e6963113a1170de795e4");
        TxOutput output = new TxOutput(25, receiver, null, null, null);
        return new Transaction(HASH, List.of(input), List.of(output), null);
    }

    private static Block block(int transactions) {
        List<Transaction> content = new ArrayList<>(Collections.nCopies(transactions, simpleTransaction()));
        Bytes commitment =
                Bytes.ofHex("20000000000000004cced0317b30e2ccbe0e1b54cb0d65fa7a84fda48a52e5ec771feca8c05526cd");
        return new Block(
                UInt128.of(TIME_MILLIS),
                content,
                "0".repeat(HASH.length()),
                HASH,
                17,
                3,
                4,
                DifficultyConfig.DEFAULT,
                MiningStats.NONE,
                commitment);
    }
}
