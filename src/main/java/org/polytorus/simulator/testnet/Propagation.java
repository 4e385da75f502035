package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;

/**
 * Folds what nodes tell of their tips into how fast blocks travel. A block counts at a node when it first is that node's tip:
 * one that a node catches up over, or that stays on a branch the node does not follow, has no time there. Blocks that nobody
 * of the testnet has mined have no beginning and are left out.
 */
public final class Propagation {
    /** Older blocks are forgotten, and no longer in the percentiles. */
    public static final int MAX_BLOCKS = 200;

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private static final class Travel {
        private final int height;
        private final NodeName miner;
        private final long minedNanos;
        private final Map<NodeName, Long> nanos = new TreeMap<>();
        private @Nullable BlockSpread spread;

        Travel(int height, NodeName miner, long minedNanos) {
            this.height = height;
            this.miner = miner;
            this.minedNanos = minedNanos;
        }

        BlockSpread spread(Hash hash) {
            BlockSpread known = spread;
            if (known == null) {
                List<Arrival> arrivals = new ArrayList<>();
                nanos.forEach((node, after) -> arrivals.add(new Arrival(node, after)));
                arrivals.sort(Comparator.comparingLong(Arrival::nanos));
                known = new BlockSpread(hash, height, miner, minedNanos, arrivals);
                spread = known;
            }
            return known;
        }
    }

    private final Map<Hash, Travel> travels = new LinkedHashMap<>();
    private final Histogram histogram = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private @Nullable PropagationSnapshot latest;

    /** A node has mined a block. */
    public void mined(Hash block, int height, NodeName miner, long epochNanos) {
        if (travels.putIfAbsent(block, new Travel(height, miner, epochNanos)) == null) {
            latest = null;
            if (travels.size() > MAX_BLOCKS) {
                travels.remove(travels.keySet().iterator().next());
            }
        }
    }

    /** A node has a block as its tip. */
    public void followed(Hash block, NodeName node, long epochNanos) {
        Travel travel = travels.get(block);
        if (travel == null || travel.miner.equals(node) || travel.nanos.containsKey(node)) {
            return;
        }
        travel.nanos.put(node, Math.max(0, epochNanos - travel.minedNanos));
        travel.spread = null;
        latest = null;
    }

    /** What is known now. Cheap while nothing new was told. */
    public PropagationSnapshot snapshot() {
        PropagationSnapshot known = latest;
        if (known == null) {
            known = fold();
            latest = known;
        }
        return known;
    }

    private PropagationSnapshot fold() {
        histogram.reset();
        List<BlockSpread> blocks = new ArrayList<>();
        travels.forEach((hash, travel) -> {
            blocks.add(travel.spread(hash));
            travel.nanos
                    .values()
                    .forEach(nanos ->
                            histogram.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos))));
        });
        return new PropagationSnapshot(
                histogram.getTotalCount(), percentile(50), percentile(90), percentile(99), blocks);
    }

    private long percentile(double share) {
        return histogram.getTotalCount() == 0
                ? -1
                : TimeUnit.MICROSECONDS.toNanos(histogram.getValueAtPercentile(share));
    }
}
