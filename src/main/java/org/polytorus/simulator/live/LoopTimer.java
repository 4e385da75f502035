package org.polytorus.simulator.live;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.LaneTimer;

/**
 * The testnet's clock, and an alarm on an event loop. For that loop alone. The selector knows whole milliseconds only; Netty
 * (4.2's {@code NioIoHandler.millisBeforeDeadline}) rounds to the nearest and polls for what is less than half of one, so an
 * alarm rings up to half a millisecond late on a quiet machine, and never early.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is scheduled here either runs or the loop has ended.
final class LoopTimer implements LaneTimer {
    private final EventLoop loop;
    private final EpochClock clock;
    private @Nullable Future<?> alarm;

    LoopTimer(EventLoop loop, EpochClock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public long nanoTime() {
        return clock.epochNanos();
    }

    @Override
    public void arm(long atNanos, Runnable task) {
        disarm();
        alarm = loop.schedule(task, Math.max(0, atNanos - nanoTime()), TimeUnit.NANOSECONDS);
    }

    @Override
    public void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
