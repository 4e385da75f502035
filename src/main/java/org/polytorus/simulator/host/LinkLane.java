package org.polytorus.simulator.host;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
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

    /**
     * Something on the way. The pieces of a frame but the last, and marks that keep their place in the order, have 0 bytes and
     * are not counted.
     *
     * @param cut whether the rest of the frame follows: nothing else may come between
     */
    private record Waiting<T>(T frame, int bytes, long enteredNanos, long dueNanos, boolean cut) {}

    private static final Comparator<Waiting<?>> FIRST_DUE = Comparator.comparingLong(Waiting::dueNanos);

    private final LaneTimer timer;
    private final LinkPolicy policy;
    private final RandomGenerator random;
    private final LinkCounters counters;
    private final FlightWatch flights;
    private final Exit<T> exit;
    private ArrayDeque<Waiting<T>> queue = new ArrayDeque<>();
    /** Frames that others may overtake; bounded by the policy. */
    private PriorityQueue<Waiting<T>> heldBack = newHeldBack();

    private final Runnable onTimer = this::onTimer;
    private long queuedBytes;
    private boolean midFrame;
    private boolean congested;

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

    private static <T> PriorityQueue<Waiting<T>> newHeldBack() {
        return new PriorityQueue<>(1, FIRST_DUE);
    }

    /** Whether frames may pass as they are: nothing is asked of this link, and nothing is on the way that goes before them. */
    public boolean isOpen() {
        return policy.isClean() && queue.isEmpty();
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
        counters.entered(frameBytes);
        long nowNanos = timer.nanoTime();
        switch (policy.decide(nowNanos, frameBytes, random)) {
            case Verdict.Discard discard -> {
                counters.discarded(discard.cause());
                exit.discard(frame);
            }
            case Verdict.Deliver deliver -> {
                flights.saw(tag, deliver.atNanos() - nowNanos);
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
        }
    }

    /** Lets something follow the frames that are on the way, as late as the close of a connection is asked to be. */
    public void enterMark(T mark) {
        long nowNanos = timer.nanoTime();
        long dueNanos =
                nowNanos + remainingNanos() + policy.conditions().closeDelay().toNanos();
        put(new Waiting<>(mark, 0, nowNanos, dueNanos, false));
    }

    public void setConditions(LinkConditions conditions) {
        policy.setConditions(conditions);
        long nowNanos = timer.nanoTime();
        ArrayDeque<Waiting<T>> before = queue;
        queue = new ArrayDeque<>();
        long dueNanos = nowNanos;
        for (Waiting<T> waiting : before) {
            if (waiting.bytes() > 0) {
                dueNanos = policy.reschedule(nowNanos, waiting.bytes(), waiting.dueNanos(), random);
            }
            queue.add(new Waiting<>(waiting.frame(), waiting.bytes(), waiting.enteredNanos(), dueNanos, waiting.cut()));
        }
        if (conditions.reordering().probability() == 0) {
            PriorityQueue<Waiting<T>> freed = newHeldBack();
            heldBack.forEach(waiting -> freed.add(
                    new Waiting<>(waiting.frame(), waiting.bytes(), waiting.enteredNanos(), nowNanos, false)));
            heldBack = freed;
        }
        arm();
    }

    /** How long until the last frame that is on the way now has arrived. */
    public long remainingNanos() {
        long nowNanos = timer.nanoTime();
        long remaining = 0;
        Waiting<T> last = queue.peekLast();
        if (last != null) {
            remaining = last.dueNanos() - nowNanos;
        }
        for (Waiting<T> waiting : heldBack) {
            remaining = Math.max(remaining, waiting.dueNanos() - nowNanos);
        }
        return Math.max(0, remaining);
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
        timer.disarm();
        queue.addAll(heldBack);
        heldBack.clear();
        for (Waiting<T> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            leaves(waiting);
            if (waiting.bytes() > 0) {
                counters.discarded();
            }
            exit.discard(waiting.frame());
        }
        setCongested(false);
    }

    private void send(T frame, int frameBytes, long nowNanos, long dueNanos, boolean isHeldBack) {
        counters.waits(frameBytes);
        Slicing slicing = policy.conditions().slicing();
        if (isHeldBack) {
            queuedBytes += frameBytes;
            heldBack.add(new Waiting<>(frame, frameBytes, nowNanos, dueNanos, false));
            arm();
        } else if (slicing == null) {
            put(new Waiting<>(frame, frameBytes, nowNanos, dueNanos, false));
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
            put(new Waiting<>(piece, after == 0 ? frameBytes : 0, nowNanos, pieceDueNanos, after > 0));
        }
    }

    private void put(Waiting<T> waiting) {
        boolean first = queue.isEmpty();
        queue.add(waiting);
        queuedBytes += waiting.bytes();
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
        Queue<Waiting<T>> source = nextSource();
        Waiting<T> next = source.peek();
        while (next != null && next.dueNanos() - nowNanos <= 0) {
            source.remove();
            midFrame = next.cut();
            leaves(next);
            if (next.bytes() > 0) {
                counters.delivered(next.bytes(), nowNanos - next.enteredNanos());
            }
            exit.deliver(next.frame());
            source = nextSource();
            next = source.peek();
        }
    }

    /** The queue whose head is due first; within a frame the one with the rest of that frame. */
    private Queue<Waiting<T>> nextSource() {
        Waiting<T> inTurn = queue.peek();
        Waiting<T> late = midFrame ? null : heldBack.peek();
        boolean lateIsFirst = late != null && (inTurn == null || late.dueNanos() - inTurn.dueNanos() < 0);
        return lateIsFirst ? heldBack : queue;
    }

    private void leaves(Waiting<T> waiting) {
        queuedBytes -= waiting.bytes();
        if (waiting.bytes() > 0) {
            counters.waitsNoMore(waiting.bytes());
        }
    }

    private void arm() {
        Waiting<T> next = nextSource().peek();
        if (next != null) {
            timer.arm(next.dueNanos(), onTimer);
        }
    }

    private boolean isFull() {
        return queue.size() >= LinkPolicy.CONGESTED_FRAMES || queuedBytes >= LinkPolicy.CONGESTED_BYTES;
    }

    private boolean isHalfDrained() {
        return queue.size() <= LinkPolicy.CONGESTED_FRAMES / 2 && queuedBytes <= LinkPolicy.CONGESTED_BYTES / 2;
    }

    private void setCongested(boolean changed) {
        if (congested != changed) {
            congested = changed;
            exit.congested(changed);
        }
    }
}
