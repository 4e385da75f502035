package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import org.polytorus.simulator.app.run.StopSignal;

/** The clock on the wall, which Ctrl+C stops. It begins when it is made. */
public final class RealClock implements Clocked {
    private final StopSignal stop;
    private final long startNanos = System.nanoTime();

    public RealClock(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    @Override
    public boolean sleepUntil(Duration time) throws InterruptedException {
        Duration left = time.minus(elapsed());
        return !stop.await(left.isNegative() ? Duration.ZERO : left);
    }
}
