package org.polytorus.simulator.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.SharedLine.Stream;
import org.polytorus.simulator.model.Bandwidth;

/** How connections share the line of their node; a byte a microsecond throughout. */
class SharedLineTest {
    private static final Bandwidth BYTE_A_MICRO = new Bandwidth(8_000_000);
    private static final long MICRO = 1_000;

    private final SharedLine line = new SharedLine(BYTE_A_MICRO);
    private final Stream one = new Stream(null);
    private final Stream other = new Stream(null);

    @Test
    void oneAloneGetsAllOfIt() {
        line.begin(0, one, 1_000);
        assertThat(line.nextNanos()).isEqualTo(1_000 * MICRO);
        assertThat(line.departed(1_000 * MICRO - 1)).isEmpty();
        assertThat(line.departed(1_000 * MICRO)).containsExactly(one);
        assertThat(line.nextNanos()).isEqualTo(SharedLine.NEVER);
    }

    @Test
    void twoGetHalfOfItEach() {
        line.begin(0, one, 1_000);
        line.begin(0, other, 1_000);
        assertThat(line.nextNanos()).isEqualTo(2_000 * MICRO);
        assertThat(line.departed(2_000 * MICRO)).containsExactly(one, other);
    }

    @Test
    void whoComesLaterSlowsTheFirstDownFromThenOn() {
        line.begin(0, one, 1_000);
        line.begin(500 * MICRO, other, 1_000);
        assertThat(line.nextNanos()).isEqualTo(1_500 * MICRO);
        assertThat(line.departed(1_500 * MICRO)).containsExactly(one);
        assertThat(line.nextNanos()).isEqualTo(2_000 * MICRO);
    }

    @Test
    void whatAShortMessageLeavesGoesToTheLongOne() {
        line.begin(0, one, 1_000);
        line.begin(0, other, 100);
        assertThat(line.nextNanos()).isEqualTo(200 * MICRO);
        line.departed(200 * MICRO);
        assertThat(line.nextNanos()).isEqualTo(1_100 * MICRO);
    }

    @Test
    void whatASlowReceiverCannotTakeGoesToTheOthers() {
        Stream slow = new Stream(new Bandwidth(800_000));
        line.begin(0, slow, 100);
        line.begin(0, one, 900);
        line.begin(0, other, 450);
        assertThat(line.nextNanos()).isEqualTo(1_000 * MICRO);
        assertThat(line.departed(1_000 * MICRO)).containsExactly(slow, other);
    }

    @Test
    void aReceiverIsNeverBroughtMoreThanItsLineCarries() {
        Stream slow = new Stream(new Bandwidth(800_000));
        line.begin(0, slow, 100);
        assertThat(line.nextNanos()).isEqualTo(1_000 * MICRO);
        SharedLine wide = new SharedLine(null);
        wide.begin(0, slow, 200);
        assertThat(wide.nextNanos()).isEqualTo(2_000 * MICRO);
    }

    @Test
    void whoGivesUpLeavesItsPartToTheOthers() {
        line.begin(0, one, 1_000);
        line.begin(0, other, 1_000);
        line.giveUp(1_000 * MICRO, one);
        assertThat(line.nextNanos()).isEqualTo(1_500 * MICRO);
        assertThat(line.departed(1_500 * MICRO)).containsExactly(other);
    }

    @Test
    void manyMessagesAtOddTimesTakeTheLineNoLongerThanTheirBytes() {
        long now = 0;
        long bytes = 0;
        Stream[] streams = new Stream[50];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new Stream(null);
            line.begin(now, streams[i], 1_000 + 37 * i);
            bytes += 1_000 + 37 * i;
            now += 333;
        }
        int departed = 0;
        while (departed < streams.length) {
            now = line.nextNanos();
            departed += line.departed(now).size();
        }
        assertThat(now).isBetween(bytes * MICRO, bytes * MICRO + streams.length);
    }
}
