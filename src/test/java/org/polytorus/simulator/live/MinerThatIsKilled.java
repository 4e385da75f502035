package org.polytorus.simulator.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;

/** A program of its own: one node that mines as fast as it can and says how many blocks are on its disk, until it is killed. */
final class MinerThatIsKilled {
    private MinerThatIsKilled() {}

    static TestnetSpec spec(Path directory, boolean mining) {
        NodeSpec miner = NodeSpec.named("miner")
                .but()
                .difficulty(1)
                .blockTime(Duration.ofMillis(5))
                .mining(mining)
                .transactionInterval(mining ? Duration.ofMillis(20) : null)
                .dataDirectory(directory)
                .build();
        return new TestnetSpec("one", 1, List.of(miner), List.of());
    }

    /** Ends with its standard output, should nobody kill it. */
    public static void main(String[] args) {
        try (Testnet testnet = new LiveTestnetFactory().start(spec(Path.of(args[0]), true))) {
            long told = -1;
            while (!System.out.checkError()) {
                StorageStats storage = testnet.snapshot().nodes().getFirst().storage();
                if (storage.blocks() != told) {
                    told = storage.blocks();
                    System.out.println(told);
                }
                Thread.onSpinWait();
            }
        }
    }
}
