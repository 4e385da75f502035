package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Measures how long many nodes take until all are connected and what they hold in memory then, beside bare Netty servers
 * that are wired in the same way. Each node dials the two before it in a circle, so that each has four links. PolyTorus's
 * rule to wait 500 ms between two addresses is told apart from the rest of the time, which is our work.
 */
public final class NodesBench {
    private static final int[] SIZES = {10, 50, 200};
    private static final int DIALS_OF_EACH = 2;
    private static final Duration RULED_WAIT = Duration.ofMillis(500).multipliedBy(DIALS_OF_EACH - 1);
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 5;

    /** How the names of all threads of a testnet begin. */
    private static final String NODE_THREADS = "testnet-";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 20_000_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final TestnetFactory factory;

    public NodesBench(TestnetFactory factory) {
        this.factory = factory;
    }

    /** Measures every size; the lines of a table. */
    public List<String> run() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-6s %8s %8s %8s %8s %6s %8s %8s %6s %9s %9s %6s",
                "nodes",
                "all ms",
                "rule ms",
                "work ms",
                "bare ms",
                "ratio",
                "CPU ms",
                "bare ms",
                "ratio",
                "heap MiB",
                "bare MiB",
                "ratio"));
        warmUp();
        for (int size : SIZES) {
            lines.add(line(size));
        }
        return List.copyOf(lines);
    }

    /** Whatever comes first pays for loading and compiling, on either side. */
    private void warmUp() {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            nodes(SIZES[SIZES.length - 1]);
            new BareServers().measure(SIZES[SIZES.length - 1], DIALS_OF_EACH);
        }
    }

    /** Both are measured in turns. */
    private String line(int size) {
        List<Footprint> oursByRound = new ArrayList<>();
        List<Footprint> bareByRound = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            oursByRound.add(nodes(size));
            bareByRound.add(new BareServers().measure(size, DIALS_OF_EACH));
        }
        Footprint ours = Footprint.of(oursByRound);
        Footprint bare = Footprint.of(bareByRound);
        double work = Math.max(0, ours.nanos() - RULED_WAIT.toNanos());
        return String.format(
                Locale.ROOT,
                "%-6d %8.0f %8d %8.0f %8.0f %6.2f %8.0f %8.0f %6.2f %9.1f %9.1f %6.2f",
                size,
                ours.nanos() / NANOS_PER_MILLI,
                RULED_WAIT.toMillis(),
                work / NANOS_PER_MILLI,
                bare.nanos() / NANOS_PER_MILLI,
                work / bare.nanos(),
                ours.cpuNanos() / NANOS_PER_MILLI,
                bare.cpuNanos() / NANOS_PER_MILLI,
                (double) ours.cpuNanos() / bare.cpuNanos(),
                ours.heapBytes() / BYTES_PER_MEBIBYTE,
                bare.heapBytes() / BYTES_PER_MEBIBYTE,
                (double) ours.heapBytes() / bare.heapBytes());
    }

    private Footprint nodes(int size) {
        TestnetSpec spec = circle(size);
        long heapBefore = Footprint.heapAfterGc();
        long startCpu = LoopCpu.nanosWith(NODE_THREADS);
        Instant began = Instant.now();
        try (Testnet testnet = factory.start(spec)) {
            long connectedNanos = awaitLinks(testnet, spec.links().size());
            long nanos = connectedNanos - TimeUnit.SECONDS.toNanos(began.getEpochSecond()) - began.getNano();
            long cpuNanos = LoopCpu.nanosWith(NODE_THREADS) - startCpu;
            return new Footprint(nanos, cpuNanos, Footprint.heapAfterGc() - heapBefore);
        }
    }

    /** When the last link came up, by its event and not by when somebody looked: nanoseconds since the epoch. */
    private static long awaitLinks(Testnet testnet, int links) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<Long> ups = testnet.eventsAfter(0).stream()
                    .filter(event -> event.kind() == TestnetEvent.Kind.LINK_UP)
                    .map(TestnetEvent::epochNanos)
                    .toList();
            if (ups.size() >= links) {
                return ups.stream().mapToLong(Long::longValue).max().orElse(0);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new IllegalStateException("The nodes of the measurement were not all connected within "
                + PATIENCE.toSeconds() + " s: "
                + String.join("; ", testnet.snapshot().problems()));
    }

    private static TestnetSpec circle(int size) {
        List<NodeName> names = GeneratedTestnet.names(size);
        List<LinkSpec> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int step = 1; step <= DIALS_OF_EACH; step++) {
                links.add(LinkSpec.clean(names.get(i), names.get((i + step) % size)));
            }
        }
        List<NodeSpec> nodes = names.stream()
                .map(name -> NodeSpec.named(name.value())
                        .but()
                        .mining(false)
                        .transactionInterval(null)
                        .build())
                .toList();
        return new TestnetSpec("bench", 1, nodes, links);
    }
}
