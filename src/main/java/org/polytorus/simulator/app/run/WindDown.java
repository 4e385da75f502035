package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Lets a testnet come to rest, so that the counters of its nodes can be compared. Keep-alive goes on, and where many links
 * have theirs at different times the whole is never silent: then each link has to be seen at rest by itself.
 */
final class WindDown {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    /** What was under way when mining ended has arrived by then, unless something is wrong. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** Snapshots are made several times in this span, so that counters which stand still in it really do. */
    private static final Duration QUIET_SPAN = Duration.ofMillis(500);

    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    private WindDown() {}

    /**
     * The last snapshot.
     *
     * @param quiet whether every link was seen at rest: each end had received what the other had sent
     * @param ends what was found out about the two ends of each link
     */
    record Rest(TestnetSnapshot snapshot, boolean quiet, LinkEnds ends) {}

    /** Stops what makes new traffic and waits, not for ever, until the old traffic has arrived. */
    static Rest of(Testnet testnet) {
        long start = System.nanoTime();
        CompletableFuture<?> stopped = CompletableFuture.allOf(
                testnet.submit(new TestnetCommand.SetMining(false)).toCompletableFuture(),
                testnet.submit(new TestnetCommand.SetTraffic(false)).toCompletableFuture());
        TestnetSnapshot snapshot = testnet.snapshot();
        Set<LinkId> rested = new TreeSet<>();
        List<NetworkStats> counters = counters(snapshot);
        long unchangedSince = System.nanoTime();
        while (System.nanoTime() - start < LIMIT.toNanos()) {
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
            snapshot = testnet.snapshot();
            List<NetworkStats> now = counters(snapshot);
            if (!now.equals(counters) || !stopped.isDone()) {
                counters = now;
                unchangedSince = System.nanoTime();
            } else if (System.nanoTime() - unchangedSince >= QUIET_SPAN.toNanos()
                    && LinkEnds.of(snapshot).allAgree(snapshot.links())) {
                return new Rest(snapshot, true, LinkEnds.of(snapshot));
            }
            if (stopped.isDone() && System.nanoTime() - start >= SETTLED.toNanos()) {
                rested.addAll(LinkEnds.of(snapshot).agreeing(snapshot.links()));
            }
        }
        LinkEnds ends = LinkEnds.of(snapshot).seenAtRest(rested);
        return new Rest(snapshot, ends.allAgree(snapshot.links()), ends);
    }

    private static List<NetworkStats> counters(TestnetSnapshot snapshot) {
        return snapshot.nodes().stream().map(NodeSnapshot::stats).toList();
    }
}
