package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Lets a testnet come to rest, so that the counters of its nodes can be compared. */
final class WindDown {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** Snapshots are made several times in this span, so that counters which stand still in it really do. */
    private static final Duration QUIET_SPAN = Duration.ofMillis(500);

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

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
        List<NetworkStats> counters = counters(snapshot);
        long unchangedSince = System.nanoTime();
        while (System.nanoTime() - start < LIMIT.toNanos()) {
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
            snapshot = testnet.snapshot();
            List<NetworkStats> now = counters(snapshot);
            if (!now.equals(counters) || !stopped.isDone()) {
                counters = now;
                unchangedSince = System.nanoTime();
            } else if (System.nanoTime() - unchangedSince >= QUIET_SPAN.toNanos() && allArrived(snapshot)) {
                return new Rest(snapshot, true);
            }
        }
        return new Rest(snapshot, false);
    }

    private static List<NetworkStats> counters(TestnetSnapshot snapshot) {
        return snapshot.nodes().stream().map(NodeSnapshot::stats).toList();
    }

    private static boolean allArrived(TestnetSnapshot snapshot) {
        LinkEnds ends = LinkEnds.of(snapshot);
        return snapshot.links().stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED && ends.areKnown(link.id()))
                .allMatch(link -> Boolean.TRUE.equals(ends.agree(link.id())));
    }
}
