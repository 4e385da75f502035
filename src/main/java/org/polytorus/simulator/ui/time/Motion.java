package org.polytorus.simulator.ui.time;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.VirtualClock;

/**
 * How messages move on the screen: as slow or fast as virtual time goes, and not at all while it stands still. Faster than
 * {@link #MAX_DRAWN_FACTOR} they are not drawn, since an eye would see nothing but a swarm that says nothing.
 */
public final class Motion {
    /** Above this pace messages are not drawn. */
    static final double MAX_DRAWN_FACTOR = 20;

    /** So long messages go on moving after a single step, which is as long as a short way takes on the screen. */
    static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private long screenNanos;
    private long lastFrameNanos;
    private long stepLeftNanos;

    /** The time by which messages move on the screen, in this frame; {@code clock} is null in real time. */
    public long frame(long frameNanos, @Nullable VirtualClock clock) {
        long passed = lastFrameNanos == 0 ? 0 : Math.max(0, frameNanos - lastFrameNanos);
        lastFrameNanos = frameNanos;
        if (clock != null && clock.pace() instanceof Pace.Paused) {
            passed = Math.min(passed, stepLeftNanos);
            stepLeftNanos -= passed;
        }
        screenNanos += passed;
        return screenNanos;
    }

    /** One step of paused time was asked for. */
    public void stepped() {
        stepLeftNanos = STEP_NANOS;
    }

    /** Whether messages are drawn at this pace. */
    public static boolean isDrawn(@Nullable VirtualClock clock) {
        return clock == null
                || switch (clock.pace()) {
                    case Pace.Paused _ -> true;
                    case Pace.Times times -> times.factor() <= MAX_DRAWN_FACTOR;
                    case Pace.Unlimited _ -> false;
                };
    }

    /** The same messages as they are to move on the screen: when they left and how long they travel goes with the pace. */
    public static List<MessageFlight> onScreen(List<MessageFlight> flights, @Nullable VirtualClock clock) {
        double factor = clock != null && clock.pace() instanceof Pace.Times times ? times.factor() : 1;
        return factor == 1
                ? flights
                : flights.stream().map(flight -> scaled(flight, factor)).toList();
    }

    private static MessageFlight scaled(MessageFlight flight, double factor) {
        return new MessageFlight(
                flight.sequence(),
                flight.link(),
                flight.direction(),
                flight.kind(),
                (long) (flight.departedNanos() / factor),
                (long) (flight.travelNanos() / factor));
    }
}
