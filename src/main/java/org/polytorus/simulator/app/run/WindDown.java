package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Lets a testnet come to rest, so that the counters of its nodes can be compared. Keep-alive goes on, and where many links
 * have theirs at different times the whole is never silent: then each link has to be seen at rest by itself.
 */
public final class WindDown {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    /** In virtual time looks cost the most, and nobody waits. */
    private static final Duration VIRTUAL_LOOK_INTERVAL = Duration.ofMillis(250);

    private WindDown() {}

    /**
     * The last snapshot.
     *
     * @param quiet whether every link was seen at rest: each end had received what the other had sent
     * @param ends what was found out about the two ends of each link
     */
    public record Rest(TestnetSnapshot snapshot, boolean quiet, LinkEnds ends) {

        /**
         * The run that ended so.
         *
         * @param events how many the testnet told of
         * @param screenshot where the picture is, or null for none
         * @param scenario what became of the expectations, or null for a run without any
         * @param checks what must always hold, or null if nobody looked
         */
        public RunSummary summary(
                long seed,
                Duration ran,
                long events,
                List<String> notes,
                @Nullable String screenshot,
                @Nullable Judged scenario,
                @Nullable CheckSummary checks) {
            return Summaries.of(snapshot, seed, ran, quiet, ends, events, notes, screenshot, scenario, checks);
        }
    }

    /** Stops what makes new traffic and waits, not for ever, until the old traffic has arrived. */
    public static Rest of(Testnet testnet) {
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
                break;
            }
        }
        return rest(snapshot, stillness);
    }

    /** The same in virtual time. */
    public static Rest of(Simulation simulation) {
        simulation.submit(new TestnetCommand.SetMining(false));
        simulation.submit(new TestnetCommand.SetTraffic(false));
        long end = simulation.nowNanos() + LIMIT.toNanos();
        TestnetSnapshot snapshot = simulation.snapshot();
        Stillness stillness = new Stillness(simulation.nowNanos(), snapshot);
        while (simulation.nowNanos() < end) {
            simulation.runUntil(simulation.nowNanos() + VIRTUAL_LOOK_INTERVAL.toNanos());
            snapshot = simulation.snapshot();
            if (stillness.isAtRest(simulation.nowNanos(), snapshot)) {
                break;
            }
        }
        return rest(snapshot, stillness);
    }

    private static Rest rest(TestnetSnapshot snapshot, Stillness stillness) {
        LinkEnds ends = LinkEnds.of(snapshot).seenAtRest(stillness.rested());
        return new Rest(snapshot, ends.allAgree(snapshot.links()), ends);
    }
}
