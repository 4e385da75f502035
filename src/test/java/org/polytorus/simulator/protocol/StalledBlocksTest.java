package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.UInt128;

/** From which blocks the rate is taken, and when their absence is a sign. */
final class StalledBlocksTest {
    private final NodeContext context = new NodeContext(
            VirtualNetwork.quiet(), new PeerId(5, 5), new SplittableRandom(3), new SharedValues(), _ -> {});
    private final StalledBlocks stalled = new StalledBlocks(context, () -> true);

    StalledBlocksTest() {
        context.now = VirtualNetwork.START_NANOS;
    }

    private void pass(long millis) {
        context.now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void bring(int blocks, long apartMillis, long ageMillis) {
        for (int i = 0; i < blocks; i++) {
            pass(apartMillis);
            stalled.brought(blockOf(context.nowMillis() - ageMillis));
        }
    }

    private static Block blockOf(long timestampMillis) {
        Block of = Genesis.BLOCK;
        return new Block(
                UInt128.of(timestampMillis),
                of.transactions(),
                of.previousHash(),
                of.hash(),
                of.nonce(),
                of.height(),
                of.difficulty(),
                of.difficultyConfig(),
                of.miningStats(),
                of.commitment());
    }

    @Test
    void tenTimesTheUsualGapIsAStallAndTheNextBlockEndsIt() {
        bring(11, 3_000, 50);
        pass(30_000);
        assertThat(stalled.find()).isNull();
        pass(1);
        assertThat(stalled.find())
                .isEqualTo("no block of others has come for more than 30 s, though one came every 3.0 s before");
        bring(1, 0, 50);
        assertThat(stalled.find()).isNull();
    }

    @Test
    void fewerThanTenGapsTellNoRate() {
        bring(10, 3_000, 50);
        pass(1_000_000);
        assertThat(stalled.find()).isNull();
    }

    @Test
    void oldBlocksThatTheNodeCatchesUpOnTellNoRate() {
        bring(40, 2_000, 61_000);
        pass(1_000_000);
        assertThat(stalled.find()).isNull();
    }

    @Test
    void blocksThatComeTogetherCountAsOne() {
        bring(11, 3_000, 50);
        bring(90, 10, 50);
        pass(29_000);
        assertThat(stalled.find()).isNull();
    }

    @Test
    void theLengthOfAStallIsNoGap() {
        bring(11, 3_000, 50);
        pass(1_000_000);
        bring(1, 0, 50);
        pass(30_001);
        assertThat(stalled.find()).isNotNull();
    }
}
