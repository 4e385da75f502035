package org.polytorus.simulator.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/**
 * Measures the host in virtual time: what it takes until many nodes are connected, and what while blocks travel to all of
 * them, one each second. Every link is 10 ms long, so that its policy is asked about each message.
 */
public final class SimBench {
    private static final int DEGREE = 8;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Eight dials, half a second apart, and some room. */
    private static final long CONNECTING_NANOS = 10 * SECOND;

    private static final LinkConditions LINK = LinkConditions.ofLatency(Duration.ofMillis(10));
    private static final int WARM_UP_NODES = 200;
    private static final int WARM_UP_BLOCKS = 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Integer> sizes;
    private final int blocks;

    /** @param sizes of the testnets that are measured one after the other */
    public SimBench(List<Integer> sizes, int blocks) {
        this.sizes = List.copyOf(sizes);
        this.blocks = blocks;
    }

    /** What one phase of a run took, in time of this machine: of the thread that does all the work, and by the clock. */
    record Phase(long cpuNanos, long nanos, long events, long deliveries) {
        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%8.2f %8.2f %11d %11d %8.0f %12.0f",
                    cpuNanos / NANOS_PER_SECOND,
                    nanos / NANOS_PER_SECOND,
                    events,
                    deliveries,
                    (double) cpuNanos / Math.max(1, events),
                    deliveries * NANOS_PER_SECOND / Math.max(1, cpuNanos));
        }
    }

    /** @param heapBytes what is in use with all nodes and blocks, after a collection, more than before */
    record Figures(Phase connect, Phase travel, long heapBytes, boolean agree) {}

    /** Gives the lines of a table, each as soon as it is known. */
    public void run(Consumer<String> lines) {
        measure(WARM_UP_NODES, WARM_UP_BLOCKS);
        lines.accept(String.format(
                "%-7s %-12s %8s %8s %11s %11s %8s %12s",
                "nodes", "phase", "CPU s", "wall s", "events", "deliveries", "ns/event", "deliveries/s"));
        for (int nodes : sizes) {
            Figures figures = measure(nodes, blocks);
            String travel = blocks + " blocks";
            lines.accept(String.format("%-7d %-12s ", nodes, "connect") + figures.connect.text());
            lines.accept(String.format("%-7d %-12s ", nodes, travel) + figures.travel.text());
            lines.accept(String.format(
                    Locale.ROOT,
                    "%-7d %-12s %.0f MiB of heap, %d bytes a node; %s",
                    nodes,
                    "at the end",
                    figures.heapBytes / BYTES_PER_MEBIBYTE,
                    figures.heapBytes / nodes,
                    figures.agree ? "all follow one chain of all blocks" : "NOT all follow one chain of all blocks"));
        }
    }

    Figures measure(int nodes, int blockCount) {
        long heapBefore = Footprint.heapAfterGc();
        Stopwatch connecting = new Stopwatch();
        Simulation simulation = new Simulation(spec(nodes), Recorder.NONE, false, false);
        simulation.runUntil(Simulation.BEGIN_NANOS + CONNECTING_NANOS);
        Phase connect = connecting.stop(simulation, 0, 0);
        List<NodeName> names = GeneratedTestnet.names(nodes);
        Stopwatch travelling = new Stopwatch();
        for (int i = 0; i < blockCount; i++) {
            simulation.submit(new TestnetCommand.MineBlock(names.get((int) ((long) i * nodes / blockCount))));
            simulation.runUntil(simulation.nowNanos() + SECOND);
        }
        Phase travel = travelling.stop(simulation, connect.events, connect.deliveries);
        boolean agree = agree(simulation.snapshot(), blockCount);
        return new Figures(connect, travel, heapWith(simulation) - heapBefore, agree);
    }

    private static long heapWith(Simulation simulation) {
        try {
            return Footprint.heapAfterGc();
        } finally {
            Reference.reachabilityFence(simulation);
        }
    }

    private static boolean agree(TestnetSnapshot end, int height) {
        return end.tips() == 1 && end.nodes().getFirst().height() == height;
    }

    /** With PolyTorus's own pings, so that what travels is mostly blocks. */
    private static TestnetSpec spec(int nodes) {
        TestnetSpec shape = GeneratedTestnet.of("bench", Topology.RANDOM_REGULAR, nodes, DEGREE, 1);
        Duration usualPings = NodeSpec.named("usual").pingInterval();
        return new TestnetSpec(
                shape.name(),
                shape.seed(),
                shape.nodes().stream()
                        .map(node -> node.but()
                                .pingInterval(usualPings)
                                .mining(false)
                                .transactionInterval(null)
                                .build())
                        .toList(),
                shape.links().stream()
                        .map(link -> new LinkSpec(link.dialler(), link.listener(), LINK, LINK))
                        .toList());
    }

    private static final class Stopwatch {
        private final long cpuNanos = THREADS.getCurrentThreadCpuTime();
        private final long nanos = System.nanoTime();

        /** What happened since it was made, beyond what had before. */
        Phase stop(Simulation simulation, long eventsBefore, long deliveriesBefore) {
            long cpu = THREADS.getCurrentThreadCpuTime() - cpuNanos;
            long clock = System.nanoTime() - nanos;
            return new Phase(
                    cpu,
                    clock,
                    simulation.happened() - eventsBefore,
                    simulation.snapshot().totals().messagesReceived() - deliveriesBefore);
        }
    }
}
