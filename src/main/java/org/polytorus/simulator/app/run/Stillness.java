package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Sees whether a testnet has come to rest: nothing moves any more and the two ends of every link agree. Where something always
 * moves, it remembers the links that were seen at rest by themselves.
 */
final class Stillness {
    /** What was under way when mining ended has arrived by then, unless something is wrong. */
    private static final Duration SETTLED = Duration.ofSeconds(2);
    /** Snapshots are made several times in this span, so that counters which stand still in it really do. */
    private static final Duration QUIET_SPAN = Duration.ofMillis(500);

    private final long beganNanos;
    private final Set<LinkId> rested = new TreeSet<>();
    private List<NetworkStats> counters;
    private long unchangedSinceNanos;

    Stillness(long nowNanos, TestnetSnapshot first) {
        beganNanos = nowNanos;
        counters = counters(first);
        unchangedSinceNanos = nowNanos;
    }

    /** Takes the next look, after mining and traffic have ended. */
    boolean isAtRest(long nowNanos, TestnetSnapshot snapshot) {
        LinkEnds ends = LinkEnds.of(snapshot);
        if (!counters(snapshot).equals(counters)) {
            restart(nowNanos, snapshot);
        } else if (nowNanos - unchangedSinceNanos >= QUIET_SPAN.toNanos() && ends.allAgree(snapshot.links())) {
            return true;
        }
        if (nowNanos - beganNanos >= SETTLED.toNanos()) {
            rested.addAll(ends.agreeing(snapshot.links()));
        }
        return false;
    }

    /** What moved before does not count. */
    void restart(long nowNanos, TestnetSnapshot snapshot) {
        counters = counters(snapshot);
        unchangedSinceNanos = nowNanos;
    }

    /** The links whose ends agreed once what was under way had to have arrived. */
    Set<LinkId> rested() {
        return rested;
    }

    private static List<NetworkStats> counters(TestnetSnapshot snapshot) {
        return snapshot.nodes().stream().map(NodeSnapshot::stats).toList();
    }
}
