package org.polytorus.simulator.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.VirtualClock;

class MotionTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final LinkId LINK = LinkId.of(new NodeName("a"), new NodeName("b"));

    private final Motion motion = new Motion();

    private static VirtualClock at(Pace pace) {
        return new VirtualClock(0, 0, pace, 0);
    }

    /** How far messages have come on the screen from one frame to another a second later. */
    private long inOneSecond(@Nullable VirtualClock clock) {
        long before = motion.frame(10 * SECOND, clock);
        return motion.frame(11 * SECOND, clock) - before;
    }

    @Test
    void messagesMoveWithTheClockOnTheWallInRealTime() {
        assertThat(inOneSecond(null)).isEqualTo(SECOND);
    }

    @Test
    void messagesStandStillWhileTimeDoes() {
        assertThat(inOneSecond(at(new Pace.Paused()))).isZero();
    }

    @Test
    void oneStepMovesThemALittleAndNoMore() {
        motion.stepped();
        assertThat(inOneSecond(at(new Pace.Paused()))).isEqualTo(Motion.STEP_NANOS);
        assertThat(motion.frame(12 * SECOND, at(new Pace.Paused()))).isEqualTo(Motion.STEP_NANOS);
    }

    @Test
    void wayOfTenSecondsTakesOneAtTenTimesTheSpeedAndAHundredAtATenth() {
        List<MessageFlight> flights =
                List.of(new MessageFlight(1, LINK, Direction.A_TO_B, MessageKind.PING, 50 * SECOND, 10 * SECOND));
        assertThat(Motion.onScreen(flights, at(new Pace.Times(10))))
                .containsExactly(new MessageFlight(1, LINK, Direction.A_TO_B, MessageKind.PING, 5 * SECOND, SECOND));
        assertThat(Motion.onScreen(flights, at(new Pace.Times(0.1))).getFirst().travelNanos())
                .isEqualTo(100 * SECOND);
        assertThat(Motion.onScreen(flights, null)).isEqualTo(flights);
    }

    @Test
    void messagesAreDrawnUpToTwentyTimesTheSpeed() {
        assertThat(Motion.isDrawn(null)).isTrue();
        assertThat(Motion.isDrawn(at(new Pace.Paused()))).isTrue();
        assertThat(Motion.isDrawn(at(new Pace.Times(20)))).isTrue();
        assertThat(Motion.isDrawn(at(new Pace.Times(50)))).isFalse();
        assertThat(Motion.isDrawn(at(new Pace.Unlimited()))).isFalse();
    }
}
