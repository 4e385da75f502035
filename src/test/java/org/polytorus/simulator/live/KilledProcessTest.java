package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;

/** What is on the disk outlives a process that is killed while it writes. */
final class KilledProcessTest {
    private static final int[] BLOCKS_UNTIL_THE_KILL = {1, 7, 30, 90};

    @TempDir
    Path folder;

    @Test
    void everyBlockThatWasWrittenIsThereAfterAKillAndTheChainGrowsOn() throws Exception {
        long atLeast = 0;
        for (int more : BLOCKS_UNTIL_THE_KILL) {
            long written = mineUntilKilled(atLeast + more);
            NodeSnapshot reborn = reborn();
            assertThat(reborn.height()).isGreaterThanOrEqualTo((int) written);
            assertThat(reborn.storage().takenOver()).isEqualTo(reborn.height());
            assertThat(reborn.storage().refused()).isZero();
            assertThat(reborn.orphanBlocks()).isZero();
            atLeast = reborn.height();
        }
    }

    /** The last number of blocks that the process said were on its disk. */
    private long mineUntilKilled(long blocks) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MinerThatIsKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            long told = 0;
            while (told < blocks) {
                told = Long.parseLong(out.readLine());
            }
            return told;
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private NodeSnapshot reborn() {
        try (Testnet testnet = new LiveTestnetFactory().start(MinerThatIsKilled.spec(folder, false))) {
            assertThat(testnet.eventsAfter(0)).noneMatch(event -> event.severity() != TestnetEvent.Severity.INFO);
            return testnet.snapshot().nodes().getFirst();
        }
    }
}
