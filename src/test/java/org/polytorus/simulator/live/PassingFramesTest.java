package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.FlightSampler;
import org.polytorus.simulator.host.LinkCounters;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.MessageFlight;

class PassingFramesTest {
    private static final LinkId LINK = LinkId.of(new NodeName("a"), new NodeName("b"));

    private final LinkCounters counters = new LinkCounters(AtomicFigures::new);
    private final FlightLog log = new FlightLog();
    private final PassingFrames passing =
            new PassingFrames(counters, new FlightSampler(log, new EpochClock()::epochNanos, LINK, Direction.A_TO_B));

    @Test
    void whatPassedIsKnownExactlyOnceItsBatchHasEnded() {
        passing.passed(10, MessageKind.PING.tag());
        passing.passed(20, MessageKind.PONG.tag());
        passing.batchEnded();
        passing.passed(30, MessageKind.PING.tag());
        passing.batchEnded();
        passing.batchEnded();

        DirectionSnapshot seen = counters.snapshot(LinkConditions.NONE, -1, 0);
        assertThat(seen.messages()).isEqualTo(3);
        assertThat(seen.bytes()).isEqualTo(60);
        assertThat(seen.delivered()).isEqualTo(3);
        assertThat(seen.discarded()).isZero();
        assertThat(seen.delayNanos()).as("without delay").isZero();
    }

    @Test
    void ofEachKindInABatchOneIsSeenTravelling() {
        passing.passed(10, MessageKind.PING.tag());
        passing.passed(10, MessageKind.PING.tag());
        passing.passed(10, MessageKind.PONG.tag());
        passing.batchEnded();

        assertThat(log.after(0)).extracting(MessageFlight::kind).containsExactly(MessageKind.PING, MessageKind.PONG);
    }
}
