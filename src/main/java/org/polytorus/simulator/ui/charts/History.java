package org.polytorus.simulator.ui.charts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * The counters of the last ten minutes, of the testnet and of each node, in rings that are allocated once.
 *
 * <p>Memory is bounded: up to {@value #NODES_AT_FULL_RATE} nodes are sampled 4 times a second, which takes 150 KiB a node
 * and 31 MB for 200 nodes. A larger testnet is sampled as much less often as it is larger, so that ten minutes of 1,000
 * nodes take the same 31 MB.
 */
final class History {
    static final long SAMPLE_NANOS = 250_000_000L;
    static final int MAX_SAMPLES = 4 * 600;
    static final int NODES_AT_FULL_RATE = 200;
    private static final int METRICS = Metric.values().length;

    private final Map<NodeName, Ring> rings = new LinkedHashMap<>();
    private long[] times = new long[0];
    private Ring totals = new Ring(0, 0);
    private long sampleNanos = SAMPLE_NANOS;
    private long taken;

    /** The values of one node; slot {@code n % capacity} holds sample n. */
    private record Ring(long[] values, long firstSample) {
        Ring(int capacity, long firstSample) {
            this(new long[capacity * METRICS], firstSample);
        }

        void put(int slot, NetworkStats stats) {
            for (Metric metric : Metric.values()) {
                values[slot * METRICS + metric.position()] = metric.of(stats);
            }
        }
    }

    /** Forgets everything, for another testnet. */
    void clear() {
        rings.clear();
        times = new long[0];
        taken = 0;
    }

    /** Takes a sample if the last one is old enough; says whether it did. */
    boolean add(TestnetSnapshot snapshot) {
        if (taken == 0) {
            allocate(snapshot.nodes().size());
        } else if (snapshot.epochNanos() - times[slot(taken - 1)] < sampleNanos) {
            return false;
        }
        int slot = slot(taken);
        times[slot] = snapshot.epochNanos();
        totals.put(slot, snapshot.totals());
        TreeSet<NodeName> gone = new TreeSet<>(rings.keySet());
        for (NodeSnapshot node : snapshot.nodes()) {
            gone.remove(node.name());
            rings.computeIfAbsent(node.name(), name -> new Ring(times.length, taken))
                    .put(slot, node.stats());
        }
        gone.forEach(rings::remove);
        taken++;
        return true;
    }

    /** The samples of a node, or of the testnet if {@code node} is null; empty for a node that is unknown. */
    Series series(@Nullable NodeName node) {
        Ring ring = node == null ? totals : rings.get(node);
        if (ring == null || taken == 0) {
            return new Series(new long[0], 0, 0);
        }
        long oldest = Math.max(taken - times.length, ring.firstSample());
        return new Series(ring.values(), oldest, (int) (taken - oldest));
    }

    private void allocate(int nodes) {
        int thinning = Math.max(1, (nodes + NODES_AT_FULL_RATE - 1) / NODES_AT_FULL_RATE);
        sampleNanos = SAMPLE_NANOS * thinning;
        times = new long[MAX_SAMPLES / thinning];
        totals = new Ring(times.length, 0);
    }

    private int slot(long sample) {
        return (int) (sample % times.length);
    }

    /** A view of one ring, oldest sample first; valid until the next {@link #add}. */
    final class Series {
        /** A rate is taken over at least this time, so that a gap of one sample does not look like a silence. */
        private static final long RATE_NANOS = 2_000_000_000L;

        private final long[] values;
        private final long oldest;
        private final int size;

        private Series(long[] values, long oldest, int size) {
            this.values = values;
            this.oldest = oldest;
            this.size = size;
        }

        int size() {
            return size;
        }

        long epochNanos(int index) {
            return times[slot(oldest + index)];
        }

        /** The counter itself, or its growth per second where the metric has one. */
        double value(Metric metric, int index, boolean rate) {
            return rate && metric.hasRate() ? ratePerSecond(metric, index) : total(metric, index);
        }

        /** The last sample that is not younger than {@code epochNanos}' moment, or the first. */
        int indexAt(long epochNanos) {
            int low = 0;
            int high = size - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (epochNanos(middle) <= epochNanos) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }

        private long total(Metric metric, int index) {
            return values[slot(oldest + index) * METRICS + metric.position()];
        }

        private double ratePerSecond(Metric metric, int index) {
            int before = index;
            while (before > 0 && epochNanos(index) - epochNanos(before) < RATE_NANOS) {
                before--;
            }
            long nanos = epochNanos(index) - epochNanos(before);
            return nanos <= 0 ? 0 : Math.max(0, total(metric, index) - total(metric, before)) * 1e9 / nanos;
        }
    }
}
