package org.polytorus.simulator.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/**
 * Measures the host in virtual time: how long many nodes take until all are connected, and how many messages a second are
 * delivered while blocks travel to all of them.
 */
public final class SimBench {
    private static final int DEGREE = 8;
    private static final int BLOCKS = 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Eight dials, half a second apart, and some room. */
    private static final long CONNECTING_NANOS = 10 * SECOND;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final int nodes;

    public SimBench(int nodes) {
        this.nodes = nodes;
    }

    /** What one run came to: times are of the machine. */
    record Figures(long connectNanos, long blockNanos, long deliveries, long events, long heapBytes, boolean agree) {
        double deliveriesPerSecond() {
            return deliveries * NANOS_PER_SECOND / Math.max(1, blockNanos);
        }
    }

    /** Runs twice, since what comes first pays for loading and compiling; the lines of a table. */
    public List<String> run() {
        measure();
        Figures figures = measure();
        return List.of(
                String.format(
                        "%-6s %7s %7s %11s %9s %12s %9s %6s",
                        "nodes", "links", "blocks", "connect s", "blocks s", "deliveries/s", "heap MiB", "agree"),
                String.format(
                        Locale.ROOT,
                        "%-6d %7d %7d %11.2f %9.2f %12.0f %9.1f %6s",
                        nodes,
                        nodes * DEGREE / 2,
                        BLOCKS,
                        figures.connectNanos() / NANOS_PER_SECOND,
                        figures.blockNanos() / NANOS_PER_SECOND,
                        figures.deliveriesPerSecond(),
                        figures.heapBytes() / BYTES_PER_MEBIBYTE,
                        figures.agree() ? "yes" : "no"));
    }

    Figures measure() {
        long heapBefore = Footprint.heapAfterGc();
        long began = System.nanoTime();
        Simulation simulation = new Simulation(spec(), Recorder.NONE, false, false);
        simulation.runUntil(Simulation.BEGIN_NANOS + CONNECTING_NANOS);
        long connectNanos = System.nanoTime() - began;
        long receivedBefore = simulation.snapshot().totals().messagesReceived();
        long eventsBefore = simulation.happened();
        long beganBlocks = System.nanoTime();
        List<NodeName> names = GeneratedTestnet.names(nodes);
        for (int i = 0; i < BLOCKS; i++) {
            simulation.submit(new TestnetCommand.MineBlock(names.get(i * nodes / BLOCKS)));
            simulation.runUntil(simulation.nowNanos() + SECOND);
        }
        long blockNanos = System.nanoTime() - beganBlocks;
        TestnetSnapshot end = simulation.snapshot();
        return new Figures(
                connectNanos,
                blockNanos,
                end.totals().messagesReceived() - receivedBefore,
                simulation.happened() - eventsBefore,
                Footprint.heapAfterGc() - heapBefore,
                end.tips() == 1 && end.nodes().getFirst().height() == BLOCKS);
    }

    private TestnetSpec spec() {
        TestnetSpec spec = GeneratedTestnet.of("bench", Topology.RANDOM_REGULAR, nodes, DEGREE, 1);
        return new TestnetSpec(
                spec.name(),
                spec.seed(),
                spec.nodes().stream()
                        .map(node -> node.but()
                                .mining(false)
                                .transactionInterval(null)
                                .build())
                        .toList(),
                spec.links());
    }
}
