package org.polytorus.simulator.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
     * @param number counted from frame to frame as they enter
     * @param turnNanos when it would have been due, had it not been held back
     * @param cut whether the rest of the frame follows: nothing else may come between
     */
    private record Waiting<T>(
            T frame, int bytes, long number, long enteredNanos, long turnNanos, long dueNanos, boolean cut) {
        Waiting<T> dueAt(long changedNanos) {
            return new Waiting<>(frame, bytes, number, enteredNanos, turnNanos, changedNanos, cut);
        }
    }

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
    private boolean abandoned;
    private long entered;
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
        goOn(frame, frameBytes, tag);
    }

    /** Puts a frame to the policy that was counted when it began to wait for its sender's line. */
    public void goOn(T frame, int frameBytes, int tag) {
        if (abandoned) {
            counters.discarded();
            exit.discard(frame);
            return;
        }
        entered++;
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
                counters.lineFreeAt(policy.lineFreeAtNanos());
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
        put(new Waiting<>(mark, 0, entered, nowNanos, dueNanos, dueNanos, false));
    }

    /** What is on the way arrives as was decided, or earlier if the new conditions would have it so. */
    public void setConditions(LinkConditions conditions) {
        long nowNanos = timer.nanoTime();
        long waitingBytes = policy.waitingBytes(nowNanos);
        policy.setConditions(conditions);
        queue = wholeFramesFirst(inNewTurn(nowNanos, waitingBytes));
        if (conditions.reordering().probability() == 0) {
            PriorityQueue<Waiting<T>> freed = newHeldBack();
            heldBack.forEach(waiting -> freed.add(waiting.dueAt(nowNanos)));
            heldBack = freed;
        }
        counters.lineFreeAt(policy.lineFreeAtNanos());
        arm();
    }

    /** Pieces keep the time that was decided here. */
    private List<Waiting<T>> inNewTurn(long nowNanos, long waitingBytes) {
        long closeDelayNanos = policy.conditions().closeDelay().toNanos();
        long leftBytes = queue.stream().mapToLong(Waiting::bytes).sum() - waitingBytes;
        List<Waiting<T>> anew = new ArrayList<>(queue.size());
        long lastNanos = nowNanos;
        for (Waiting<T> waiting : queue) {
            if (waiting.cut()) {
                anew.add(waiting);
            } else if (waiting.bytes() == 0) {
                anew.add(waiting.dueAt(Math.min(waiting.dueNanos(), lastNanos + closeDelayNanos)));
            } else {
                boolean hasLeft = leftBytes > 0;
                leftBytes -= waiting.bytes();
                lastNanos = policy.reschedule(nowNanos, waiting.bytes(), waiting.dueNanos(), hasLeft, random);
                anew.add(waiting.dueAt(lastNanos));
            }
        }
        return anew;
    }

    /** No piece of a frame arrives after its last. */
    private static <T> ArrayDeque<Waiting<T>> wholeFramesFirst(List<Waiting<T>> waiting) {
        ArrayDeque<Waiting<T>> inOrder = new ArrayDeque<>(waiting.size());
        long nextNanos = Long.MAX_VALUE;
        for (Waiting<T> each : waiting.reversed()) {
            nextNanos = each.cut() ? Math.min(each.dueNanos(), nextNanos) : each.dueNanos();
            inOrder.addFirst(each.dueAt(nextNanos));
        }
        return inOrder;
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
        abandoned = true;
        timer.disarm();
        queue.addAll(heldBack);
        heldBack.clear();
        for (Waiting<T> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            giveUp(waiting);
        }
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
            queuedBytes += frameBytes;
            long turnNanos =
                    dueNanos - policy.conditions().reordering().heldBack().toNanos();
            heldBack.add(new Waiting<>(frame, frameBytes, entered, nowNanos, turnNanos, dueNanos, false));
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
        queuedBytes += waiting.bytes();
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
        boolean late = isHeldBackFirst();
        Waiting<T> next = source(late).peek();
        while (next != null && next.dueNanos() - nowNanos <= 0) {
            source(late).remove();
            leaves(next);
            measure(next, late, nowNanos);
            midFrame = next.cut();
            exit.deliver(next.frame());
            late = isHeldBackFirst();
            next = source(late).peek();
        }
    }

    private void measure(Waiting<T> next, boolean wasHeldBack, long nowNanos) {
        if (next.cut() || midFrame) {
            counters.pieceDelivered(next.bytes());
        }
        if (midFrame) {
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

    private Queue<Waiting<T>> source(boolean late) {
        return late ? heldBack : queue;
    }

    /** Whether a frame that was held back is due first; never within another frame, whose rest comes first. */
    private boolean isHeldBackFirst() {
        Waiting<T> inTurn = queue.peek();
        Waiting<T> late = midFrame ? null : heldBack.peek();
        return late != null && (inTurn == null || late.dueNanos() - inTurn.dueNanos() < 0);
    }

    private void leaves(Waiting<T> waiting) {
        queuedBytes -= waiting.bytes();
        if (waiting.bytes() > 0) {
            counters.waitsNoMore(waiting.bytes());
        }
    }

    private void arm() {
        Waiting<T> next = source(isHeldBackFirst()).peek();
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
