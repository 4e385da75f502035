package org.polytorus.simulator.live;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.link.Verdict;

/**
 * One direction of one connection: asks the policy about each frame and keeps those that are on the way, in order, with one
 * timer for the first of them. Everything happens on one event loop. Bounded by the policy; from half of its bound on the
 * exit is told to hold the sender back.
 */
final class LinkLane<T> {

    /** Where frames leave. */
    interface Exit<T> {
        void deliver(T frame);

        /** The frame never arrives: free what it holds. */
        void discard(T frame);

        /** The last of some frames that were delivered late has been delivered. */
        void batchDelivered();

        /** Hold the sender back, or let it go on. */
        void congested(boolean congested);
    }

    /** A frame on the way; one of 0 bytes is a mark that keeps its place in the order and is not counted. */
    private record Waiting<T>(T frame, int bytes, long enteredNanos, long dueNanos) {}

    private final EventLoop loop;
    private final LinkPolicy policy;
    private final RandomGenerator random;
    private final LinkCounters counters;
    private final FlightSampler flights;
    private final Exit<T> exit;
    /** Begins without room, since nothing ever waits on most links. */
    private ArrayDeque<Waiting<T>> queue = new ArrayDeque<>(0);

    private long queuedBytes;
    private boolean congested;
    private @Nullable Future<?> timer;

    LinkLane(
            EventLoop loop,
            LinkConditions conditions,
            RandomGenerator random,
            LinkCounters counters,
            FlightSampler flights,
            Exit<T> exit) {
        this.loop = loop;
        policy = new LinkPolicy(conditions);
        this.random = random;
        this.counters = counters;
        this.flights = flights;
        this.exit = exit;
    }

    /** Counts a frame that may pass as it is, because nothing is asked of this link; else answers false: let it enter. */
    boolean passes(int frameBytes, int tag) {
        if (!policy.isClean() || !queue.isEmpty()) {
            return false;
        }
        counters.entered(frameBytes);
        counters.delivered(0);
        flights.saw(tag, 0);
        return true;
    }

    /** Puts a frame to the policy. */
    void enter(T frame, int frameBytes, int tag) {
        counters.entered(frameBytes);
        long nowNanos = System.nanoTime();
        switch (policy.decide(nowNanos, frameBytes, random)) {
            case Verdict.Discard _ -> {
                counters.discarded();
                exit.discard(frame);
            }
            case Verdict.Deliver deliver -> {
                flights.saw(tag, deliver.atNanos() - nowNanos);
                counters.waits();
                put(new Waiting<>(frame, frameBytes, nowNanos, deliver.atNanos()));
            }
        }
    }

    /** Lets something follow the frames that are on the way, without a delay of its own. */
    void enterMark(T mark) {
        long nowNanos = System.nanoTime();
        put(new Waiting<>(mark, 0, nowNanos, nowNanos + remainingNanos()));
    }

    void setConditions(LinkConditions conditions) {
        policy.setConditions(conditions);
        long nowNanos = System.nanoTime();
        ArrayDeque<Waiting<T>> before = queue;
        queue = new ArrayDeque<>();
        long dueNanos = nowNanos;
        for (Waiting<T> waiting : before) {
            if (waiting.bytes() > 0) {
                dueNanos = policy.reschedule(nowNanos, waiting.bytes(), waiting.dueNanos(), random);
            }
            queue.add(new Waiting<>(waiting.frame(), waiting.bytes(), waiting.enteredNanos(), dueNanos));
        }
        arm();
    }

    /** How long until the last frame that is on the way now has arrived. */
    long remainingNanos() {
        Waiting<T> last = queue.peekLast();
        return last == null ? 0 : Math.max(0, last.dueNanos() - System.nanoTime());
    }

    LinkConditions conditions() {
        return policy.conditions();
    }

    /** The connection has ended: whatever is on the way never arrives. */
    void abandon() {
        disarm();
        for (Waiting<T> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            leaves(waiting);
            if (waiting.bytes() > 0) {
                counters.discarded();
            }
            exit.discard(waiting.frame());
        }
        setCongested(false);
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
        timer = null;
        deliverDue(System.nanoTime());
        exit.batchDelivered();
        setCongested(congested && !isHalfDrained());
        arm();
    }

    /** Takes each frame out before it is delivered, since the delivery may end the connection and abandon the rest. */
    private void deliverDue(long nowNanos) {
        Waiting<T> head = queue.peek();
        while (head != null && head.dueNanos() - nowNanos <= 0) {
            queue.remove();
            leaves(head);
            if (head.bytes() > 0) {
                counters.delivered(nowNanos - head.enteredNanos());
            }
            exit.deliver(head.frame());
            head = queue.peek();
        }
    }

    private void leaves(Waiting<T> waiting) {
        queuedBytes -= waiting.bytes();
        if (waiting.bytes() > 0) {
            counters.waitsNoMore();
        }
    }

    private void arm() {
        disarm();
        Waiting<T> head = queue.peek();
        if (head != null) {
            timer = loop.schedule(
                    this::onTimer, Math.max(0, head.dueNanos() - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
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
