package org.polytorus.simulator.report;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * The figures of all nodes over a run, in bounded memory: when there is no room for another sample, every second one is given up,
 * and from then on samples are taken half as often. Not for several threads at once.
 */
public final class History {
    /** The most samples there are. */
    public static final int MAX_SAMPLES = 600;

    /** Figures that are kept of all nodes together, eight bytes each; beside that, their sums are kept. */
    static final int MAX_FIGURES = 4_000_000;

    private static final int FEWEST_SAMPLES = 20;
    private static final long FIRST_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<NodeName> nodes;
    private final boolean ofNodes;
    private final int room;
    private final long[] times;
    private final int[] tips;
    private final int[] groups;
    private final long[][] sums;
    private final long[][] figures;
    private int size;
    private long intervalNanos = FIRST_INTERVAL_NANOS;
    private long dueNanos;

    /** @param nodes in the order in which snapshots have them */
    public History(List<NodeName> nodes) {
        this.nodes = List.copyOf(nodes);
        int fitting = MAX_FIGURES / Math.max(1, nodes.size() * Measure.COUNT);
        ofNodes = fitting >= FEWEST_SAMPLES;
        room = ofNodes ? Math.min(fitting, MAX_SAMPLES) : MAX_SAMPLES;
        times = new long[room];
        tips = new int[room];
        groups = new int[room];
        sums = new long[room][];
        figures = new long[room][];
    }

    /** Whether the next sample should be taken. */
    public boolean isDue(long elapsedNanos) {
        return elapsedNanos >= dueNanos;
    }

    /** Takes a sample; times never go back. */
    public void add(long elapsedNanos, TestnetSnapshot snapshot) {
        if (size == room) {
            halve();
        }
        times[size] = elapsedNanos;
        tips[size] = snapshot.tips();
        groups[size] = snapshot.components().size();
        sums[size] = new long[Measure.COUNT];
        figures[size] = new long[ofNodes ? nodes.size() * Measure.COUNT : 0];
        int place = 0;
        for (NodeSnapshot node : snapshot.nodes()) {
            for (Measure measure : Measure.values()) {
                long figure = measure.of(node);
                sums[size][measure.column()] += figure;
                if (place < figures[size].length) {
                    figures[size][place++] = figure;
                }
            }
        }
        size++;
        dueNanos = elapsedNanos + intervalNanos;
    }

    /** Takes the last sample, unless there is one of that time or later. */
    void end(long elapsedNanos, TestnetSnapshot snapshot) {
        if (size == 0 || times[size - 1] < elapsedNanos) {
            add(elapsedNanos, snapshot);
        }
    }

    public int size() {
        return size;
    }

    /** The nodes by their numbers. */
    public List<NodeName> nodes() {
        return nodes;
    }

    /** Whether there was room for the figures of each node, and not for their sums alone. */
    public boolean isOfNodes() {
        return ofNodes;
    }

    /** When a sample was taken, since the start of the run. */
    public long nanos(int sample) {
        return times[sample];
    }

    /** How many different tips were followed. */
    public int tips(int sample) {
        return tips[sample];
    }

    /** How many groups of nodes links with traffic joined. */
    public int groups(int sample) {
        return groups[sample];
    }

    /** Over all nodes. */
    public long sum(Measure measure, int sample) {
        return sums[sample][measure.column()];
    }

    /** Of one node; only if {@link #isOfNodes}. */
    public long of(int node, Measure measure, int sample) {
        return figures[sample][node * Measure.COUNT + measure.column()];
    }

    private void halve() {
        int kept = 0;
        for (int i = 0; i < size; i += 2) {
            times[kept] = times[i];
            tips[kept] = tips[i];
            groups[kept] = groups[i];
            sums[kept] = sums[i];
            figures[kept] = figures[i];
            kept++;
        }
        Arrays.fill(sums, kept, size, new long[0]);
        Arrays.fill(figures, kept, size, new long[0]);
        size = kept;
        // Whoever looks more seldom than that has samples further apart already.
        intervalNanos = Math.max(intervalNanos * 2, times[kept - 1] / Math.max(1, kept - 1));
    }
}
