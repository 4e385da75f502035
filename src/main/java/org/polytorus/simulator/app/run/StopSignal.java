package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C (or a polite kill) as a request to end in good order: the run sees it, winds down, prints its summary, and
 * only then the process ends, with the exit code of the run.
 */
public final class StopSignal implements AutoCloseable {
    /** After which a run that does not come to its end is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endInGoodOrder, "stop-signal");
    private volatile int exitCode = 1;

    private StopSignal() {}

    /** Listens from now on until it is closed. */
    public static StopSignal listening() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Asks for the end, as Ctrl+C does. */
    public void request() {
        requested.countDown();
    }

    /** Waits up to {@code time}; returns at once, with true, when the end has been asked for. */
    public boolean await(Duration time) throws InterruptedException {
        return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells that everything is printed and closed. */
    public void finished(int code) {
        exitCode = code;
        finished.countDown();
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            requested.countDown();
        }
    }

    /** Without the halt the exit code would tell of the signal and not of the nodes. */
    private void endInGoodOrder() {
        requested.countDown();
        try {
            if (finished.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException nobodyDoesThis) {
            Thread.currentThread().interrupt();
        }
    }
}
