package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.polytorus.simulator.live.LinkRig;
import org.polytorus.simulator.live.RigGround;
import org.polytorus.simulator.model.Direction;

/**
 * What a link costs of which nothing is asked: the CPU time of messages on a connection with a link's handler and on one
 * without. Both are open all the time and carry bursts in the order with, without, without, with: from minute to minute a
 * machine that has other work to do changes by more than what is measured here, from burst to burst it hardly does.
 *
 * @param linkNanos of a message with the handler, the median
 * @param bareNanos of a message without
 * @param median how much less came through in the same time because of the handler, as a share; the median of all turns
 * @param lower of half of the turns it was at least this, and at most {@code upper}
 */
record IdleCost(double linkNanos, double bareNanos, double median, double lower, double upper) {
    /** How the names of the threads begin that do all the work. */
    private static final String LOOP = "testnet-loop";

    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int FIRST_BURST = 20_000;
    /** So much of the time only makes sure that everything is compiled. */
    private static final int WARM_UP_SHARE = 3;

    private static final int MIN_TURNS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL_NANOS = 100_000;

    /**
     * One turn of four bursts, each in nanoseconds for a message.
     *
     * @param link the mean of the two with the handler
     * @param bare the mean of the two without
     */
    record Turn(double link, double bare) {
        /** How much less the same time was good for. */
        double cost() {
            return 1 - bare / link;
        }
    }

    static IdleCost measure(Direction direction, int frameBytes, Duration duration) {
        try (LinkRig link = new LinkRig(true, RigGround.LOOPBACK);
                LinkRig bare = new LinkRig(false, RigGround.LOOPBACK)) {
            Bursts bursts = new Bursts(link, bare, direction, frameBytes);
            List<Turn> warmUp = bursts.turns(FIRST_BURST, duration.dividedBy(WARM_UP_SHARE));
            int messages = (int) Math.max(1, BURST_NANOS / warmUp.getLast().bare());
            return of(bursts.turns(messages, duration.minus(duration.dividedBy(WARM_UP_SHARE))));
        }
    }

    /** What at least one turn comes to. */
    static IdleCost of(List<Turn> turns) {
        double[] costs = turns.stream().mapToDouble(Turn::cost).sorted().toArray();
        return new IdleCost(
                median(turns.stream().mapToDouble(Turn::link).sorted().toArray()),
                median(turns.stream().mapToDouble(Turn::bare).sorted().toArray()),
                median(costs),
                costs[costs.length / 4],
                costs[costs.length * 3 / 4]);
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private record Bursts(LinkRig link, LinkRig bare, LoopCpu cpu, Direction direction, int frameBytes) {
        Bursts(LinkRig link, LinkRig bare, Direction direction, int frameBytes) {
            this(link, bare, new LoopCpu(LOOP), direction, frameBytes);
        }

        List<Turn> turns(int messages, Duration duration) {
            List<Turn> turns = new ArrayList<>();
            long end = System.nanoTime() + duration.toNanos();
            while (turns.size() < MIN_TURNS || System.nanoTime() < end) {
                long before = nanos(link, messages);
                long without = nanos(bare, messages) + nanos(bare, messages);
                long with = before + nanos(link, messages);
                turns.add(new Turn(with / (2.0 * messages), without / (2.0 * messages)));
            }
            return turns;
        }

        /** The CPU time of both ends, which have one loop, until the last message is read. The other connection rests. */
        private long nanos(LinkRig rig, int messages) {
            long expected = rig.received(direction) + messages;
            long began = cpu.nanos();
            rig.send(direction, messages, frameBytes).join();
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (rig.received(direction) < expected) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Of " + messages + " messages of the measurement "
                            + (expected - rig.received(direction)) + " did not arrive within "
                            + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            return cpu.nanos() - began;
        }
    }
}
