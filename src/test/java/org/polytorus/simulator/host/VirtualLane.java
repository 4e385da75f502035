package org.polytorus.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/**
 * A lane on a clock that tests turn. Its frames are numbers, all of the same size; what comes out is written down. May carry
 * frames by itself, as hosts may.
 */
final class VirtualLane implements LaneTimer, LinkLane.Exit<VirtualLane.Sent> {
    static final int FRAME_BYTES = 100;
    static final long MILLI = 1_000_000;
    private static final long LONGEST_CARRIED_NANOS = 60 * MILLI;
    private static final int END = -1;
    private static final int TAG = 2;

    /** A frame, or one of its parts. */
    record Sent(int number, int part, int parts, boolean garbled) {}

    private record Flight(long leavesNanos, Sent sent) {}

    record Out(long atNanos, Sent sent) {
        int number() {
            return sent.number();
        }
    }

    final List<Out> arrived = new ArrayList<>();
    final List<Sent> discarded = new ArrayList<>();
    /** Each time at which the sender was held back or let go on. */
    final List<Boolean> congested = new ArrayList<>();
    /** For how long each frame that came through was said to travel. */
    final List<Long> travelNanos = new ArrayList<>();

    final LinkLane<Sent> lane;
    private final LinkCounters counters = new LinkCounters(Figures::plain);
    private LinkConditions asked;
    private long nowNanos;
    private long alarmNanos;
    private @Nullable Runnable alarm;
    private @Nullable Runnable onArrival;
    private int sent;
    private final boolean carries;
    private final Deque<Flight> carried = new ArrayDeque<>();
    private long everCarried;

    VirtualLane(LinkConditions conditions, RandomGenerator random) {
        this(conditions, random, false);
    }

    VirtualLane(LinkConditions conditions, RandomGenerator random, boolean carries) {
        this.carries = carries;
        asked = conditions;
        lane = new LinkLane<>(this, conditions, random, counters, (_, nanos) -> travelNanos.add(nanos), this);
    }

    /** Sends so many frames now. */
    void send(int frames) {
        for (int i = 0; i < frames; i++) {
            Sent frame = new Sent(sent++, 1, 1, false);
            if (lane.passes(FRAME_BYTES, TAG)) {
                deliver(frame);
            } else if (carries) {
                long leavesNanos = lane.enter(frame, FRAME_BYTES, TAG, nowNanos, LONGEST_CARRIED_NANOS);
                if (leavesNanos != LinkLane.MINE) {
                    everCarried++;
                    carried.add(new Flight(leavesNanos, frame));
                }
            } else {
                lane.enter(frame, FRAME_BYTES, TAG);
            }
        }
    }

    /** Sends a large frame now, past the host. */
    void sendLarge(int bytes) {
        lane.enter(new Sent(sent++, 1, 1, false), bytes, TAG);
    }

    void end() {
        lane.enterMark(new Sent(END, 1, 1, false));
    }

    void abandon() {
        takeBack();
        lane.abandon();
    }

    private void takeBack() {
        assertThat(lane.hasCarried()).isEqualTo(!carried.isEmpty());
        carried.clear();
    }

    long everCarried() {
        return everCarried;
    }

    void ask(LinkConditions conditions) {
        takeBack();
        asked = conditions;
        lane.setConditions(conditions);
        counters.conditionsChanged();
    }

    /** Runs until then, in milliseconds since the beginning. */
    void runUntil(double millis) {
        long untilNanos = Math.round(millis * MILLI);
        boolean happened = true;
        while (happened) {
            happened = landsBy(alarm == null ? untilNanos : Math.min(alarmNanos, untilNanos)) || ringsBy(untilNanos);
        }
        nowNanos = untilNanos;
    }

    private boolean landsBy(long untilNanos) {
        Flight first = carried.peek();
        if (first == null || first.leavesNanos > untilNanos) {
            return false;
        }
        carried.remove();
        nowNanos = first.leavesNanos;
        deliver(first.sent);
        return true;
    }

    private boolean ringsBy(long untilNanos) {
        Runnable task = alarm;
        if (task == null || alarmNanos > untilNanos) {
            return false;
        }
        nowNanos = Math.max(nowNanos, alarmNanos);
        alarm = null;
        task.run();
        return true;
    }

    /** The machine was busy with something else: what was due meanwhile is late. */
    void jumpTo(double millis) {
        nowNanos = Math.round(millis * MILLI);
    }

    double nowMillis() {
        return (double) nowNanos / MILLI;
    }

    int sent() {
        return sent;
    }

    /** Does this with the next frame that arrives, once. */
    void onArrival(Runnable action) {
        onArrival = action;
    }

    DirectionSnapshot shown() {
        lane.settle();
        return counters.snapshot(asked, -1, nowNanos);
    }

    LinkFidelity fidelity() {
        return shown().fidelity();
    }

    List<Double> arrivalMillis() {
        return arrived.stream().map(out -> (double) out.atNanos() / MILLI).toList();
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public void arm(long atNanos, Runnable task) {
        alarmNanos = atNanos;
        alarm = task;
    }

    @Override
    public void disarm() {
        alarm = null;
    }

    @Override
    public void deliver(Sent frame) {
        arrived.add(new Out(nowNanos, frame));
        Runnable action = onArrival;
        if (action != null) {
            onArrival = null;
            action.run();
        }
    }

    @Override
    public void discard(Sent frame) {
        discarded.add(frame);
    }

    @Override
    public Sent flipped(Sent frame, int bit) {
        return new Sent(frame.number(), frame.part(), frame.parts(), true);
    }

    @Override
    public Sent copy(Sent frame) {
        return frame;
    }

    @Override
    public List<Sent> pieces(Sent frame, int pieceBytes) {
        int parts = Math.ceilDiv(FRAME_BYTES, pieceBytes);
        List<Sent> pieces = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            pieces.add(new Sent(frame.number(), part, parts, frame.garbled()));
        }
        return pieces;
    }

    @Override
    public void batchDelivered() {}

    @Override
    public void congested(boolean now) {
        congested.add(now);
    }
}
