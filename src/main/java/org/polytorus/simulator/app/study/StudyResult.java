package org.polytorus.simulator.app.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.polytorus.simulator.scenario.Study;

/**
 * What came of a study.
 *
 * @param counted of how many of the nodes it is counted when blocks came, with the miners
 * @param links how many were connected at the end
 * @param nanos from mining a block until it was another node's tip, of all blocks and nodes, the shortest first
 * @param wanted how many such times there would be if every node had got every block
 * @param virtual how long it took by the testnet's clock
 */
public record StudyResult(
        int nodes, int counted, int links, List<Long> nanos, long wanted, Duration virtual, long events) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<Integer> USUAL_PERCENTILES = List.of(10, 50, 75, 90, 95, 99);

    public StudyResult {
        nanos = List.copyOf(nanos);
    }

    /** Whether every node got every block. */
    public boolean isComplete() {
        return nanos.size() == wanted;
    }

    /**
     * After how many seconds so many percent of the nodes had a block (the nearest rank); those that never got one count as
     * later than all others. Infinite if that is among them.
     */
    public double seconds(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * wanted);
        return rank > nanos.size() ? Double.POSITIVE_INFINITY : nanos.get(Math.max(0, rank - 1)) / NANOS_PER_SECOND;
    }

    /** After how many seconds a node had a block on average, of those that got it. */
    public double meanSeconds() {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0) / NANOS_PER_SECOND;
    }

    /** The lines of a table: what was measured elsewhere, what here, and how far that is apart. */
    public List<String> table(Study study) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d nodes%s, %d links, %d blocks of %,d bytes: %,d of %,d times measured",
                nodes,
                counted == nodes ? "" : " (" + counted + " counted)",
                links,
                study.blocks(),
                study.blockBytes(),
                nanos.size(),
                wanted));
        lines.add(String.format("%-14s %10s %10s %10s", "share of nodes", "measured", "here", "deviation"));
        TreeSet<Integer> percentiles = new TreeSet<>(USUAL_PERCENTILES);
        percentiles.addAll(study.measured().keySet());
        percentiles.forEach(percent -> lines.add(line(percent, study)));
        lines.add(String.format("%-14s %10s %10s", "mean", "", isComplete() ? seconds(meanSeconds()) : "never")
                .stripTrailing());
        if (!study.source().isEmpty()) {
            lines.add("Measured: " + study.source());
        }
        return lines;
    }

    private String line(int percent, Study study) {
        Duration measured = study.measured().get(percent);
        double here = seconds(percent);
        String of = percent + " %";
        String there = measured == null ? "" : seconds(measured.toNanos() / NANOS_PER_SECOND);
        String apart = measured == null || Double.isInfinite(here)
                ? ""
                : String.format(Locale.ROOT, "%+.0f %%", 100 * (here * NANOS_PER_SECOND / measured.toNanos() - 1));
        return String.format(
                        "%-14s %10s %10s %10s", of, there, Double.isInfinite(here) ? "never" : seconds(here), apart)
                .stripTrailing();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
