package org.polytorus.simulator.host;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkPolicy;

/**
 * What a lane holds until it is due: frames and marks in their order, and those that are held back while others pass. Bounded
 * by the policy. A testnet has thousands of these, and most stay empty: there is no room before something needs it.
 */
final class LaneQueue<T> {
    private static final Comparator<Waiting<?>> FIRST_DUE = Comparator.comparingLong(Waiting::dueNanos);

    private ArrayDeque<Waiting<T>> inOrder = new ArrayDeque<>(0);
    private @Nullable PriorityQueue<Waiting<T>> heldBack;
    private long bytes;
    /** Whether the rest of a frame is to come before anything else. */
    private boolean midFrame;

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    boolean holdsNoneBack() {
        return heldBack == null || heldBack.isEmpty();
    }

    /** How much keeps its order. */
    int size() {
        return inOrder.size();
    }

    long bytes() {
        return bytes;
    }

    void add(Waiting<T> waiting) {
        bytes += waiting.bytes();
        inOrder.add(waiting);
    }

    /** Puts something before all that keeps its order. */
    void addFirst(Waiting<T> waiting) {
        bytes += waiting.bytes();
        inOrder.addFirst(waiting);
    }

    void holdBack(Waiting<T> waiting) {
        bytes += waiting.bytes();
        late().add(waiting);
    }

    /** Whether what was held back is due first; never within another frame, whose rest comes first. */
    boolean isHeldBackFirst() {
        Waiting<T> late = midFrame || heldBack == null ? null : heldBack.peek();
        Waiting<T> inTurn = inOrder.peek();
        return late != null && (inTurn == null || late.dueNanos() - inTurn.dueNanos() < 0);
    }

    /** What is due first of all. */
    @Nullable
    Waiting<T> first() {
        return source(isHeldBackFirst()).peek();
    }

    /** Takes out what is due first of all. */
    void removeFirst() {
        Waiting<T> first = source(isHeldBackFirst()).remove();
        bytes -= first.bytes();
        midFrame = first.cut();
    }

    /** Takes everything out. */
    List<Waiting<T>> drain() {
        List<Waiting<T>> all = new ArrayList<>(inOrder);
        all.addAll(late());
        inOrder.clear();
        heldBack = null;
        bytes = 0;
        return all;
    }

    /** Whether the last piece that was taken out was not the last of its frame. */
    boolean isMidFrame() {
        return midFrame;
    }

    /** When the last of what keeps its order is due, or {@code otherwise}; what is held back may be due later still. */
    long lastDueNanos(long otherwise) {
        Waiting<T> last = inOrder.peekLast();
        long latest = last == null ? otherwise : last.dueNanos();
        if (heldBack != null) {
            for (Waiting<T> late : heldBack) {
                latest = Math.max(latest, late.dueNanos());
            }
        }
        return latest;
    }

    /**
     * Plans everything anew after the conditions have changed: as was decided, or earlier if the new ones would have it so.
     *
     * @param waitingBytes how much of it still waits for the bandwidth
     */
    void planAnew(LinkPolicy policy, long nowNanos, long waitingBytes, RandomGenerator random) {
        inOrder = wholeFramesFirst(inNewTurn(policy, nowNanos, waitingBytes, random));
        if (policy.conditions().reordering().probability() == 0 && heldBack != null) {
            PriorityQueue<Waiting<T>> before = heldBack;
            heldBack = null;
            before.forEach(waiting -> late().add(waiting.dueAt(nowNanos)));
        }
    }

    /** Pieces keep the time that was decided here. */
    private List<Waiting<T>> inNewTurn(LinkPolicy policy, long nowNanos, long waitingBytes, RandomGenerator random) {
        long closeDelayNanos = policy.conditions().closeDelay().toNanos();
        long leftBytes = inOrder.stream().mapToLong(Waiting::bytes).sum() - waitingBytes;
        List<Waiting<T>> anew = new ArrayList<>(inOrder.size());
        long lastNanos = nowNanos;
        for (Waiting<T> waiting : inOrder) {
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
        ArrayDeque<Waiting<T>> whole = new ArrayDeque<>(waiting.size());
        long nextNanos = Long.MAX_VALUE;
        for (Waiting<T> each : waiting.reversed()) {
            nextNanos = each.cut() ? Math.min(each.dueNanos(), nextNanos) : each.dueNanos();
            whole.addFirst(each.dueAt(nextNanos));
        }
        return whole;
    }

    private Queue<Waiting<T>> source(boolean late) {
        return late ? late() : inOrder;
    }

    private PriorityQueue<Waiting<T>> late() {
        PriorityQueue<Waiting<T>> present = heldBack;
        if (present == null) {
            present = new PriorityQueue<>(1, FIRST_DUE);
            heldBack = present;
        }
        return present;
    }
}
