package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Lets a testnet come to rest, so that the counters of its nodes can be compared. */
final class WindDown {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    /** In virtual time looks cost the most, and nobody waits. */
    private static final Duration VIRTUAL_LOOK_INTERVAL = Duration.ofMillis(250);

    private WindDown() {}

    /**
     * The last snapshot.
     *
     * @param quiet whether nothing moved any more and the two ends of every link agreed
     */
    record Rest(TestnetSnapshot snapshot, boolean quiet) {}

    /** Stops what makes new traffic and waits, not for ever, until the old traffic has arrived. */
    static Rest of(Testnet testnet) {
        long start = System.nanoTime();
        CompletableFuture<?> stopped = CompletableFuture.allOf(
                testnet.submit(new TestnetCommand.SetMining(false)).toCompletableFuture(),
                testnet.submit(new TestnetCommand.SetTraffic(false)).toCompletableFuture());
        TestnetSnapshot snapshot = testnet.snapshot();
        Stillness stillness = new Stillness(System.nanoTime(), snapshot);
        while (System.nanoTime() - start < LIMIT.toNanos()) {
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
            snapshot = testnet.snapshot();
            if (!stopped.isDone()) {
                stillness.restart(System.nanoTime(), snapshot);
            } else if (stillness.isAtRest(System.nanoTime(), snapshot)) {
                return new Rest(snapshot, true);
            }
        }
        return new Rest(snapshot, false);
    }

    /** The same in virtual time. */
    static Rest of(Simulation simulation) {
        simulation.submit(new TestnetCommand.SetMining(false));
        simulation.submit(new TestnetCommand.SetTraffic(false));
        long end = simulation.nowNanos() + LIMIT.toNanos();
        TestnetSnapshot snapshot = simulation.snapshot();
        Stillness stillness = new Stillness(simulation.nowNanos(), snapshot);
        while (simulation.nowNanos() < end) {
            simulation.runUntil(simulation.nowNanos() + VIRTUAL_LOOK_INTERVAL.toNanos());
            snapshot = simulation.snapshot();
            if (stillness.isAtRest(simulation.nowNanos(), snapshot)) {
                return new Rest(snapshot, true);
            }
        }
        return new Rest(snapshot, false);
    }
}
