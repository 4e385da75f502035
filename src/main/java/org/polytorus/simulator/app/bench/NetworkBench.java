package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Measures what one node delivers to another over a real socket, beside bare pairs of Netty channels in the same run. */
public final class NetworkBench {
    private static final int STATUS_UPDATE_FRAME_BYTES = 12;
    private static final int SMALL_FRAME_BYTES = 256;
    private static final int LARGE_FRAME_BYTES = 64 * 1024;
    private static final int ROUNDS = 3;
    /** Of a line: each round measures all three, and there is one to warm up. */
    private static final int MEASUREMENTS = (ROUNDS + 1) * 3;

    /** How the names of the threads begin that do all the work of nodes. */
    private static final String NODE_LOOPS = "testnet-loop";

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_NANOS = 20_000_000;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final TestnetFactory factory;

    public NetworkBench(TestnetFactory factory) {
        this.factory = factory;
    }

    /** Takes about {@code perLine} for each line of the table that it answers with. */
    public List<String> run(Duration perLine) {
        Duration each = perLine.dividedBy(MEASUREMENTS);
        return List.of(
                String.format(
                        "%-24s %8s %12s %8s %12s %7s %14s %14s %7s %14s %7s",
                        "message",
                        "bytes",
                        "messages/s",
                        "MiB/s",
                        "bare/s",
                        "ratio",
                        "per CPU s",
                        "bare",
                        "ratio",
                        "bare, batched",
                        "ratio"),
                line("remark", FloodSpec.Kind.REMARK, SMALL_FRAME_BYTES, each),
                line("remark", FloodSpec.Kind.REMARK, LARGE_FRAME_BYTES, each),
                line("status update", FloodSpec.Kind.STATUS_UPDATE, STATUS_UPDATE_FRAME_BYTES, each),
                line("transaction, validated", FloodSpec.Kind.TRANSACTION, SMALL_FRAME_BYTES, each));
    }

    /**
     * All are measured in turns, and the best round of each counts: the others tell what else the machine was doing. The
     * first round only makes sure that everything is compiled.
     */
    private String line(String name, FloodSpec.Kind kind, int frameBytes, Duration duration) {
        Throughput.Rate ours = Throughput.Rate.NONE;
        Throughput.Rate bare = Throughput.Rate.NONE;
        Throughput.Rate batched = Throughput.Rate.NONE;
        for (int round = 0; round <= ROUNDS; round++) {
            Throughput.Rate oursNow = nodeToNode(kind, frameBytes, duration);
            Throughput.Rate bareNow = new BarePair(false).frames(frameBytes, duration);
            Throughput.Rate batchedNow = new BarePair(true).frames(frameBytes, duration);
            if (round > 0) {
                ours = ours.best(oursNow);
                bare = bare.best(bareNow);
                batched = batched.best(batchedNow);
            }
        }
        return String.format(
                Locale.ROOT,
                "%-24s %8d %12.0f %8.1f %12.0f %7.2f %14.0f %14.0f %7.2f %14.0f %7.2f",
                name,
                frameBytes,
                ours.perSecond(),
                ours.perSecond() * frameBytes / BYTES_PER_MEBIBYTE,
                bare.perSecond(),
                ours.perSecond() / bare.perSecond(),
                ours.perCpuSecond(),
                bare.perCpuSecond(),
                ours.perCpuSecond() / bare.perCpuSecond(),
                batched.perCpuSecond(),
                ours.perCpuSecond() / batched.perCpuSecond());
    }

    private Throughput.Rate nodeToNode(FloodSpec.Kind kind, int frameBytes, Duration duration) {
        NodeSpec sender = quiet("sender");
        NodeSpec receiver = quiet("receiver");
        TestnetSpec spec = new TestnetSpec(
                "bench", 1, List.of(receiver, sender), List.of(LinkSpec.clean(sender.name(), receiver.name())));
        try (Testnet testnet = factory.start(spec)) {
            awaitConnection(testnet);
            submit(
                    testnet,
                    new TestnetCommand.StartFlood(
                            sender.name(),
                            new FloodSpec(
                                    kind, FloodSpec.MAX_RATE, frameBytes, receiver.name(), duration.multipliedBy(2))));
            return Throughput.measure(
                    () -> received(testnet, receiver.name()), new LoopCpu(NODE_LOOPS)::nanos, duration);
        }
    }

    private static NodeSpec quiet(String name) {
        return NodeSpec.named(name)
                .but()
                .mining(false)
                .transactionInterval(null)
                .build();
    }

    private static void awaitConnection(Testnet testnet) {
        long end = System.nanoTime() + CONNECT_PATIENCE.toNanos();
        while (testnet.snapshot().components().size() != 1) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The two nodes of the measurement did not connect: "
                        + String.join("; ", testnet.snapshot().problems()));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static void submit(Testnet testnet, TestnetCommand command) {
        CompletableFuture<CommandResult> answer = testnet.submit(command).toCompletableFuture();
        CommandResult result = answer.join();
        if (!result.done()) {
            throw new IllegalStateException("The measurement could not begin: " + result.message());
        }
    }

    private static long received(Testnet testnet, NodeName node) {
        return testnet.snapshot().nodes().stream()
                .filter(each -> each.name().equals(node))
                .mapToLong(each -> each.stats().messagesReceived())
                .sum();
    }
}
