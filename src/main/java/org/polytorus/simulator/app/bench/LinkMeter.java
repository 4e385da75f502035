package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.live.LinkRig;
import org.polytorus.simulator.live.RigGround;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;

/** Single measurements on a connection with a link, or without one. */
final class LinkMeter {
    static final int ROUNDS = 3;

    /** How the names of the threads begin that do all the work. */
    private static final String LOOP = "testnet-loop";

    /** Messages come at no beat that a timer could fall in with. */
    private static final long MIN_GAP_NANOS = 500_000;

    private static final long MAX_GAP_NANOS = 3_500_000;
    private static final int WARM_UP_MESSAGES = 300;
    private static final int RATE_FRAME_BYTES = 1_000;
    private static final int LOSS_FRAME_BYTES = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 2_000_000;

    private final RandomGenerator random = new SplittableRandom(1);

    /** What becomes of a connection before its messages are sent. */
    @FunctionalInterface
    interface Asking {
        void ask(LinkRig rig) throws SystemCommand.Failed;
    }

    /**
     * What came of a delay.
     *
     * @param cpuNanos how much more CPU time each message took than one of which nothing was asked
     */
    record Delays(DelayError error, long cpuNanos) {

        /** The least of either, since what is more tells what else the machine was doing. */
        static Delays best(List<Delays> rounds) {
            return new Delays(
                    DelayError.best(rounds.stream().map(Delays::error).toList()),
                    rounds.stream().mapToLong(Delays::cpuNanos).min().orElseThrow());
        }
    }

    /** What came of a loss: by the messages that did not arrive, and as the program showed it. */
    record Losses(long missing, long shown) {}

    /** The delay of whatever the two askings do to a connection, in rounds: nothing asked, then {@code asked}. */
    Delays delay(LinkRig rig, Direction direction, Duration asked, Duration duration, Asking nothing, Asking something)
            throws SystemCommand.Failed {
        LoopCpu cpu = new LoopCpu(LOOP);
        List<Delays> rounds = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            int messages = round == 0 ? WARM_UP_MESSAGES : messages(duration);
            nothing.ask(rig);
            long beganNanos = cpu.nanos();
            long[] plain = rig.delays(direction, messages, this::gapNanos);
            long plainNanos = cpu.nanos() - beganNanos;
            something.ask(rig);
            long[] delayed = rig.delays(direction, messages, this::gapNanos);
            long delayedNanos = cpu.nanos() - beganNanos - plainNanos;
            if (round > 0) {
                rounds.add(new Delays(
                        DelayError.of(plain, delayed, asked.toNanos()), (delayedNanos - plainNanos) / messages));
            }
        }
        return Delays.best(rounds);
    }

    /** So many in each round, with and without. */
    private static int messages(Duration duration) {
        long meanGapNanos = (MIN_GAP_NANOS + MAX_GAP_NANOS) / 2;
        return Math.toIntExact(Math.max(100, duration.toNanos() / (2 * ROUNDS * meanGapNanos)));
    }

    private long gapNanos() {
        return random.nextLong(MIN_GAP_NANOS, MAX_GAP_NANOS);
    }

    /** The bits per second that come through a link of so many, by the receiver's count. */
    double linkRate(Direction direction, long bitsPerSecond, Duration duration) {
        try (LinkRig rig = new LinkRig(true, RigGround.LOOPBACK)) {
            rig.ask(
                    direction,
                    LinkConditions.NONE
                            .but()
                            .bandwidth(new Bandwidth(bitsPerSecond))
                            .build());
            return rate(rig, direction, duration);
        }
    }

    double rate(LinkRig rig, Direction direction, Duration duration) {
        var _ = rig.send(direction, Long.MAX_VALUE, RATE_FRAME_BYTES);
        Throughput.Rate bytes =
                Throughput.measure(() -> rig.receivedBytes(direction), new LoopCpu(LOOP)::nanos, duration);
        return bytes.perSecond() * Byte.SIZE;
    }

    Losses loss(LinkRig rig, Direction direction, double loss, long messages) {
        rig.ask(direction, LinkConditions.NONE.withLoss(loss));
        long before = rig.received(direction);
        rig.send(direction, messages, LOSS_FRAME_BYTES).join();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (rig.received(direction)
                        - before
                        + rig.shown(direction).fidelity().lost()
                < messages) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Of " + messages + " messages of the measurement some neither came"
                        + " nor were lost within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return new Losses(
                messages - (rig.received(direction) - before),
                rig.shown(direction).fidelity().lost());
    }

    static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
