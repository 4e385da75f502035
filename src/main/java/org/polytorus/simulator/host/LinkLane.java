package org.polytorus.simulator.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.link.Verdict;

/**
 * One direction of one connection: asks the policy about each frame and keeps those that are on the way, in order, with one
 * timer for the next of them. Everything happens on one event loop. Bounded by the policy; from half of its bound on the
 * exit is told to hold the sender back.
 */
public final class LinkLane<T> {

    /** Where frames leave. */
    public interface Exit<T> {
        void deliver(T frame);

        /** The frame never arrives: free what it holds. */
        void discard(T frame);

        /** The same frame with one bit flipped; the given one is freed. */
        T flipped(T frame, int bit);

        /** The same frame once more. */
        T copy(T frame);

        /** The frame in pieces of so many bytes, the last one perhaps smaller; the given one is freed. */
        List<T> pieces(T frame, int pieceBytes);

        /** The last of some frames that were delivered late has been delivered. */
        void batchDelivered();

        /** Hold the sender back, or let it go on. */
        void congested(boolean congested);
    }

    /** The lane sees to a frame by itself. */
    public static final long MINE = Long.MIN_VALUE;

    /** A frame that leaves sooner is not worth carrying. */
    private static final long SHORTEST_CARRIED_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final LaneTimer timer;
    private final LinkPolicy policy;
    private final RandomGenerator random;
    private final LinkCounters counters;
    private final FlightWatch flights;
    private final Exit<T> exit;
    private final LaneQueue<T> queue = new LaneQueue<>();
    /** Frames that the host carries by itself; they entered before whatever is in the queue. */
    private final Carried<T> carried = new Carried<>();

    private final Runnable onTimer = this::onTimer;
    private boolean congested;
    private boolean abandoned;
    private long entered;
    /** The last frame to enter of those that the host carries. */
    private long latestCarried;
    /** The last frame to enter of those that were delivered. */
    private long latestDelivered;

    private long lastDeliveredNanos = Long.MIN_VALUE;

    public LinkLane(
            LaneTimer timer,
            LinkConditions conditions,
            RandomGenerator random,
            LinkCounters counters,
            FlightWatch flights,
            Exit<T> exit) {
        this.timer = timer;
        policy = new LinkPolicy(conditions);
        this.random = random;
        this.counters = counters;
        this.flights = flights;
        this.exit = exit;
    }

    /** Whether frames may pass as they are: nothing is asked of this link, and nothing is on the way that goes before them. */
    public boolean isOpen() {
        return policy.isClean() && queue.isEmpty() && carried.isEmpty();
    }

    /** Counts a frame that may pass as it is; else answers false: let it enter. */
    public boolean passes(int frameBytes, int tag) {
        if (!isOpen()) {
            return false;
        }
        counters.passed(1, frameBytes);
        flights.saw(tag, 0);
        return true;
    }

    /** Puts a frame to the policy. */
    public void enter(T frame, int frameBytes, int tag) {
        enter(frame, frameBytes, tag, timer.nanoTime(), MINE);
    }

    /**
     * Puts a frame to the policy, and lets the host carry it if all that happens to it is to leave later, which spares an
     * alarm. The host has to deliver it at that time, unless the conditions change or the connection ends before: then the
     * lane takes it back.
     *
     * @param nowNanos the lane's time, which the caller has at hand
     * @param longestNanos how long the host may carry a frame
     * @return when the frame leaves that the host carries, or {@link #MINE} if the lane sees to it
     */
    public long enter(T frame, int frameBytes, int tag, long nowNanos, long longestNanos) {
        counters.entered(frameBytes);
        return goOn(frame, frameBytes, tag, nowNanos, longestNanos);
    }

    /** As {@link #enter}, for a frame that was counted when it began to wait for its sender's line. */
    public long goOn(T frame, int frameBytes, int tag, long nowNanos, long longestNanos) {
        if (abandoned) {
            counters.discarded();
            exit.discard(frame);
            return MINE;
        }
        entered++;
        settle(nowNanos);
        switch (policy.decide(nowNanos, frameBytes, random)) {
            case Verdict.Discard discard -> {
                counters.discarded(discard.cause());
                exit.discard(frame);
            }
            case Verdict.Deliver deliver -> {
                flights.saw(tag, deliver.atNanos() - nowNanos);
                counters.lineFreeAt(policy.lineFreeAtNanos());
                if (mayBeCarried(deliver, frameBytes, nowNanos, longestNanos)) {
                    counters.waits(frameBytes);
                    latestCarried = entered;
                    carried.add(frame, frameBytes, nowNanos, deliver.atNanos());
                    return deliver.atNanos();
                }
                treat(deliver, frame, frameBytes, nowNanos);
            }
        }
        return MINE;
    }

    private boolean mayBeCarried(Verdict.Deliver deliver, int frameBytes, long nowNanos, long longestNanos) {
        long nanos = deliver.atNanos() - nowNanos;
        return nanos >= SHORTEST_CARRIED_NANOS
                && nanos <= longestNanos
                && deliver.isPlain()
                && queue.isEmpty()
                && queue.holdsNoneBack()
                && policy.conditions().slicing() == null
                && carried.hasRoom(frameBytes);
    }

    private void treat(Verdict.Deliver deliver, T frame, int frameBytes, long nowNanos) {
        T actual = deliver.isIntact() ? frame : exit.flipped(frame, deliver.flippedBit());
        counters.treated(deliver);
        if (deliver.isTwice()) {
            // In order, or after the original where that one is held back.
            T copy = exit.copy(actual);
            send(actual, frameBytes, nowNanos, deliver.atNanos(), deliver.heldBack());
            send(copy, frameBytes, nowNanos, deliver.copyAtNanos(), false);
        } else {
            send(actual, frameBytes, nowNanos, deliver.atNanos(), deliver.heldBack());
        }
    }

    /** Whether the host carries frames that have not left yet. */
    public boolean hasCarried() {
        settle(timer.nanoTime());
        return !carried.isEmpty();
    }

    /** Counts what has left by now of the frames that the host carries, before the counters are looked at. */
    public void settle() {
        settle(timer.nanoTime());
    }

    private void settle(long nowNanos) {
        while (carried.hasLeft(nowNanos)) {
            carried.takeFirst(this::hasLeft);
        }
    }

    private void hasLeft(T frame, int frameBytes, long enteredNanos, long leavesNanos) {
        counters.waitsNoMore(frameBytes);
        counters.delivered(frameBytes, leavesNanos - enteredNanos, 0);
        latestDelivered = Math.max(latestDelivered, latestCarried - carried.size());
        lastDeliveredNanos = leavesNanos;
    }

    /** The frames that the host carries are the lane's again, before all others. */
    private void takeBack(long nowNanos) {
        settle(nowNanos);
        List<Waiting<T>> taken = new ArrayList<>(carried.size());
        long number = latestCarried - carried.size();
        while (!carried.isEmpty()) {
            long next = ++number;
            carried.takeFirst((frame, bytes, enteredNanos, leavesNanos) ->
                    taken.add(new Waiting<>(frame, bytes, next, enteredNanos, leavesNanos, leavesNanos, false)));
        }
        taken.reversed().forEach(queue::addFirst);
    }

    /** Lets something follow the frames that are on the way, as late as the close of a connection is asked to be. */
    public void enterMark(T mark) {
        long nowNanos = timer.nanoTime();
        long dueNanos =
                nowNanos + remainingNanos() + policy.conditions().closeDelay().toNanos();
        put(new Waiting<>(mark, 0, entered, nowNanos, dueNanos, dueNanos, false));
    }

    /** What is on the way arrives as was decided, or earlier if the new conditions would have it so. */
    public void setConditions(LinkConditions conditions) {
        long nowNanos = timer.nanoTime();
        takeBack(nowNanos);
        long waitingBytes = policy.waitingBytes(nowNanos);
        policy.setConditions(conditions);
        queue.planAnew(policy, nowNanos, waitingBytes, random);
        counters.lineFreeAt(policy.lineFreeAtNanos());
        arm();
    }

    /** How long until the last frame that is on the way now has arrived. */
    public long remainingNanos() {
        long nowNanos = timer.nanoTime();
        long carriedUntilNanos = carried.isEmpty() ? nowNanos : carried.lastLeavesNanos();
        return Math.max(0, queue.lastDueNanos(carriedUntilNanos) - nowNanos);
    }

    /** How long something that enters now, and is followed by the end of the connection, may be on the way. */
    public long mayTakeNanos() {
        LinkConditions asked = policy.conditions();
        return asked.latency()
                .plus(asked.jitter().spread())
                .plus(asked.closeDelay())
                .toNanos();
    }

    /** The connection has ended: whatever is on the way never arrives. */
    public void abandon() {
        abandoned = true;
        timer.disarm();
        takeBack(timer.nanoTime());
        queue.drain().forEach(this::giveUp);
        counters.lineFreeAt(timer.nanoTime());
        setCongested(false);
    }

    private void giveUp(Waiting<T> waiting) {
        leaves(waiting);
        if (waiting.bytes() > 0) {
            counters.discarded();
        }
        exit.discard(waiting.frame());
    }

    private void send(T frame, int frameBytes, long nowNanos, long dueNanos, boolean isHeldBack) {
        counters.waits(frameBytes);
        Slicing slicing = policy.conditions().slicing();
        if (isHeldBack && !abandoned) {
            long turnNanos =
                    dueNanos - policy.conditions().reordering().heldBack().toNanos();
            queue.holdBack(new Waiting<>(frame, frameBytes, entered, nowNanos, turnNanos, dueNanos, false));
            arm();
        } else if (slicing == null) {
            put(new Waiting<>(frame, frameBytes, entered, nowNanos, dueNanos, dueNanos, false));
        } else {
            sendInPieces(frame, frameBytes, nowNanos, dueNanos, slicing);
        }
    }

    private void sendInPieces(T frame, int frameBytes, long nowNanos, long dueNanos, Slicing slicing) {
        List<T> pieces = exit.pieces(frame, slicing.pieceBytesOf(frameBytes));
        int after = pieces.size();
        for (T piece : pieces) {
            after--;
            long pieceDueNanos = dueNanos - after * slicing.pause().toNanos();
            int bytes = after == 0 ? frameBytes : 0;
            put(new Waiting<>(piece, bytes, entered, nowNanos, pieceDueNanos, pieceDueNanos, after > 0));
        }
    }

    private void put(Waiting<T> waiting) {
        if (abandoned) {
            giveUp(waiting);
            return;
        }
        boolean first = queue.isEmpty();
        queue.add(waiting);
        if (!first) {
            setCongested(congested || isFull());
        } else if (waiting.dueNanos() - waiting.enteredNanos() <= 0) {
            deliverDue(waiting.enteredNanos());
        } else {
            arm();
        }
    }

    private void onTimer() {
        deliverDue(timer.nanoTime());
        exit.batchDelivered();
        setCongested(congested && !isHalfDrained());
        arm();
    }

    /** Takes each frame out before it is delivered, since the delivery may end the connection and abandon the rest. */
    private void deliverDue(long nowNanos) {
        settle(nowNanos);
        boolean late = queue.isHeldBackFirst();
        Waiting<T> next = queue.first();
        while (next != null && next.dueNanos() - nowNanos <= 0) {
            boolean isRest = queue.isMidFrame();
            queue.removeFirst();
            leaves(next);
            measure(next, isRest, late, nowNanos);
            exit.deliver(next.frame());
            late = queue.isHeldBackFirst();
            next = queue.first();
        }
    }

    private void measure(Waiting<T> next, boolean isRest, boolean wasHeldBack, long nowNanos) {
        if (next.cut() || isRest) {
            counters.pieceDelivered(next.bytes());
        }
        if (isRest) {
            counters.paused(nowNanos - lastDeliveredNanos);
        }
        if (next.bytes() > 0) {
            // Who was held back may also have to wait for the rest of a frame that comes in pieces.
            long latenessNanos = wasHeldBack ? 0 : nowNanos - next.dueNanos();
            counters.delivered(next.bytes(), nowNanos - next.enteredNanos(), latenessNanos);
        } else if (!next.cut()) {
            counters.closed(nowNanos - Math.max(next.enteredNanos(), lastDeliveredNanos));
        }
        if (wasHeldBack) {
            counters.wasHeldBack(Math.max(0, nowNanos - next.turnNanos()), latestDelivered > next.number());
        }
        latestDelivered = Math.max(latestDelivered, next.number());
        lastDeliveredNanos = nowNanos;
    }

    private void leaves(Waiting<T> waiting) {
        if (waiting.bytes() > 0) {
            counters.waitsNoMore(waiting.bytes());
        }
    }

    private void arm() {
        Waiting<T> next = queue.first();
        if (next != null) {
            timer.arm(next.dueNanos(), onTimer);
        }
    }

    private boolean isFull() {
        return queue.size() >= LinkPolicy.CONGESTED_FRAMES || queue.bytes() >= LinkPolicy.CONGESTED_BYTES;
    }

    private boolean isHalfDrained() {
        return queue.size() <= LinkPolicy.CONGESTED_FRAMES / 2 && queue.bytes() <= LinkPolicy.CONGESTED_BYTES / 2;
    }

    private void setCongested(boolean changed) {
        if (congested != changed) {
            congested = changed;
            exit.congested(changed);
        }
    }
}
