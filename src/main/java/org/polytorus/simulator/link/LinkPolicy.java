package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/**
 * What one direction of a link does to the frames of one connection: the conditions in, a verdict for each frame out. Pure:
 * time and chance come from the caller, nothing is scheduled here. Both hosts ask it. Not for two threads at once.
 *
 * <p>Order is kept, since frames travel in a stream: a frame never arrives before the one sent earlier, whatever the jitter,
 * unless reordering is asked for.
 */
public final class LinkPolicy {
    /**
     * How many frames may be on the way. A host that can hold its sender back does so at half of this
     * ({@link #CONGESTED_FRAMES}); the rest is room for what was under way to the link when it did.
     */
    public static final int MAX_FRAMES_ON_LINK = 20_000;

    /** How many bytes may be on the way. */
    public static final long MAX_BYTES_ON_LINK = 32L * 1024 * 1024;

    /** From so many frames on the way a host should hold the sender back. */
    public static final int CONGESTED_FRAMES = MAX_FRAMES_ON_LINK / 2;

    /** From so many bytes on the way a host should hold the sender back. */
    public static final long CONGESTED_BYTES = MAX_BYTES_ON_LINK / 2;

    private static final Verdict LOST = new Verdict.Discard(Verdict.Cause.LOSS);
    private static final Verdict SWALLOWED = new Verdict.Discard(Verdict.Cause.BLACK_HOLE);
    private static final Verdict NO_ROOM = new Verdict.Discard(Verdict.Cause.QUEUE_FULL);

    private final Backlog backlog = new Backlog();
    private final Stragglers stragglers = new Stragglers();
    private LinkConditions conditions;
    private Rate rate;
    private boolean clean;
    private long latestNanos;

    public LinkPolicy(LinkConditions conditions) {
        this.conditions = conditions;
        rate = Rate.of(conditions);
        clean = conditions.isNone();
    }

    /** The conditions in force. */
    public LinkConditions conditions() {
        return conditions;
    }

    /**
     * Whether every frame arrives at once, so that nobody need ask: no conditions. A caller that still has frames on the way
     * must ask all the same, for the sake of order.
     */
    public boolean isClean() {
        return clean;
    }

    /**
     * Replaces the conditions for frames that come from now on. What is on the way must be asked for again with
     * {@link #reschedule}, oldest first, before the next {@link #decide}; the policy forgets it here. Frames that are held
     * back keep the time that was decided.
     */
    public void setConditions(LinkConditions changed) {
        conditions = changed;
        rate = Rate.of(changed);
        clean = changed.isNone();
        backlog.clear();
        stragglers.clear();
    }

    /** What becomes of a frame of {@code frameBytes} that is sent now. */
    public Verdict decide(long nowNanos, int frameBytes, RandomGenerator random) {
        if (conditions.blackHole()) {
            return SWALLOWED;
        }
        if (Loss.strikes(conditions, random)) {
            return LOST;
        }
        if (!backlog.hasRoom(nowNanos, frameBytes) || !rate.hasRoom(nowNanos, frameBytes)) {
            return NO_ROOM;
        }
        boolean heldBack = conditions.reordering().strikes(random) && stragglers.hasRoom(nowNanos);
        int flippedBit = Corruption.strike(conditions, frameBytes, random);
        boolean twice = Duplication.strikes(conditions, random);
        long atNanos = heldBack ? lateArrival(nowNanos, frameBytes, random) : inTurn(nowNanos, frameBytes, random);
        boolean copyHasRoom = twice && backlog.hasRoom(nowNanos, frameBytes) && rate.hasRoom(nowNanos, frameBytes);
        long copyAtNanos = copyHasRoom ? inTurn(nowNanos, frameBytes, random) : Verdict.Deliver.ONCE;
        return new Verdict.Deliver(atNanos, heldBack, flippedBit, copyAtNanos);
    }

    /**
     * When a frame that was on the way as the conditions changed arrives: as was decided, or earlier if the new conditions
     * would bring a frame sent now there earlier. So nobody waits for a fault that is gone.
     *
     * @param hasLeft whether it no longer waits for the bandwidth, see {@link #waitingBytes}; then it takes nothing of the new one
     */
    public long reschedule(long nowNanos, int frameBytes, long decidedNanos, boolean hasLeft, RandomGenerator random) {
        long travelledNanos =
                hasLeft ? nowNanos + Latency.draw(conditions, random) : travelled(nowNanos, frameBytes, random);
        long anewNanos = travelledNanos + spreadNanos(frameBytes);
        return arrival(anewNanos - decidedNanos < 0 ? anewNanos : decidedNanos, frameBytes);
    }

    /** How many bytes, of the frames sent last, still wait for the bandwidth. */
    public long waitingBytes(long nowNanos) {
        return rate.waitingBytes(nowNanos);
    }

    /** When the last of them has left; past if none waits. */
    public long lineFreeAtNanos() {
        return rate.freeAtNanos();
    }

    private long inTurn(long nowNanos, int frameBytes, RandomGenerator random) {
        long firstPieceNanos = later(travelled(nowNanos, frameBytes, random));
        return arrival(firstPieceNanos + spreadNanos(frameBytes), frameBytes);
    }

    private long spreadNanos(int frameBytes) {
        Slicing slicing = conditions.slicing();
        return slicing == null ? 0 : slicing.spreadNanos(frameBytes);
    }

    /** Whoever is held back lets the others pass, and is whole when it comes. */
    private long lateArrival(long nowNanos, int frameBytes, RandomGenerator random) {
        long atNanos = travelled(nowNanos, frameBytes, random)
                + conditions.reordering().heldBack().toNanos();
        stragglers.add(atNanos);
        return atNanos;
    }

    private long travelled(long nowNanos, int frameBytes, RandomGenerator random) {
        return rate.departure(nowNanos, frameBytes) + Latency.draw(conditions, random);
    }

    private long arrival(long wishedNanos, int frameBytes) {
        long atNanos = later(wishedNanos);
        latestNanos = atNanos;
        backlog.add(atNanos, frameBytes);
        return atNanos;
    }

    /** Not before what is on the way. */
    private long later(long wishedNanos) {
        return !backlog.isEmpty() && latestNanos - wishedNanos > 0 ? latestNanos : wishedNanos;
    }
}
