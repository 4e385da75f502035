package org.polytorus.simulator.app.run;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;

/**
 * How fast blocks came to other nodes, in milliseconds from mining to being a node's tip; null before the first arrival.
 *
 * @param arrivals times that were measured
 */
public record PropagationSummary(
        long arrivals,
        @Nullable Double p50Ms,
        @Nullable Double p90Ms,
        @Nullable Double p99Ms,
        List<Spread> blocks) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    public PropagationSummary {
        blocks = List.copyOf(blocks);
    }

    /**
     * One block.
     *
     * @param secondsAgo when it was mined
     * @param nodes how many other nodes have followed it
     * @param medianMs until half of those did
     * @param lastMs until the last of those did
     */
    public record Spread(
            String block,
            int height,
            String miner,
            double secondsAgo,
            int nodes,
            @Nullable Double medianMs,
            @Nullable Double lastMs) {}

    static PropagationSummary of(PropagationSnapshot seen, long nowNanos) {
        return new PropagationSummary(
                seen.arrivals(),
                millis(seen.p50Nanos()),
                millis(seen.p90Nanos()),
                millis(seen.p99Nanos()),
                seen.blocks().stream().map(block -> spread(block, nowNanos)).toList());
    }

    /** Nothing before the first arrival. */
    List<String> lines() {
        return p50Ms == null
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "Propagation of the last %d blocks: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms (%d arrivals)",
                        blocks.size(),
                        p50Ms,
                        p90Ms,
                        p99Ms,
                        arrivals));
    }

    private static Spread spread(BlockSpread block, long nowNanos) {
        List<Arrival> arrivals = block.arrivals();
        return new Spread(
                block.hash().toString(),
                block.height(),
                block.miner().value(),
                Math.max(0, nowNanos - block.minedNanos()) / NANOS_PER_SECOND,
                arrivals.size(),
                arrivals.isEmpty()
                        ? null
                        : millis(arrivals.get((arrivals.size() - 1) / 2).nanos()),
                arrivals.isEmpty() ? null : millis(arrivals.getLast().nanos()));
    }

    private static @Nullable Double millis(long nanos) {
        return nanos < 0 ? null : Double.valueOf(nanos / NANOS_PER_MILLI);
    }
}
