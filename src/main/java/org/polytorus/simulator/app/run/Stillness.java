package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Sees whether a testnet has come to rest: nothing moves any more and the two ends of every link agree. */
final class Stillness {
    /** Snapshots are made several times in this span, so that counters which stand still in it really do. */
    private static final Duration QUIET_SPAN = Duration.ofMillis(500);

    private List<NetworkStats> counters;
    private long unchangedSinceNanos;

    Stillness(long nowNanos, TestnetSnapshot first) {
        counters = counters(first);
        unchangedSinceNanos = nowNanos;
    }

    /** Takes the next look. */
    boolean isAtRest(long nowNanos, TestnetSnapshot snapshot) {
        List<NetworkStats> now = counters(snapshot);
        if (!now.equals(counters)) {
            restart(nowNanos, snapshot);
            return false;
        }
        return nowNanos - unchangedSinceNanos >= QUIET_SPAN.toNanos() && allArrived(snapshot);
    }

    /** What was seen before does not count. */
    void restart(long nowNanos, TestnetSnapshot snapshot) {
        counters = counters(snapshot);
        unchangedSinceNanos = nowNanos;
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
