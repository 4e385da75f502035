package org.polytorus.simulator.sim;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.Linger;
import org.polytorus.simulator.host.LinkLane;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.DisconnectReason;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.sim.Calendar.Flight;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.WireException;

/**
 * One end of a virtual connection, which begins and ends as those on sockets do: in both directions, one after the other, so
 * that no frame which one end has counted as sent is cut off before the other end has read it.
 */
final class WireEnd implements Calendar.Destination {
    private enum State {
        OPEN,
        /** The node wants it to end; it still hears what arrives. */
        ENDING,
        /** The node has been told that it is gone. */
        GONE
    }

    private final EventQueue queue;
    private final SimNode node;
    private final ConnectionId id;
    private final Wire wire;
    /** What it sends travels on it, or null on a connection that belongs to no link. */
    private final @Nullable LinkLane<Object> lane;

    private final @Nullable Direction direction;
    /** Where the lane begins behind its node's line, or null where neither end's line is limited. */
    private final @Nullable Outlet outlet;

    private final boolean isRecorded;
    private WireEnd other = this;
    private final Alarm linger = Alarm.of(() -> close("the connection broke"));
    private State state = State.OPEN;
    private boolean hasSent;
    private boolean inputEnded;
    private boolean inputRefused;
    private boolean outputEnding;
    private boolean outputEnded;
    private boolean closed;
    private boolean outletFull;
    private boolean laneFull;
    private boolean aboutToArriveFull;
    private long departed;
    /** How much of that had landed when it was last asked for: each end counts for itself, since the other's memory is far. */
    private long knownToHaveLanded;

    private long landed;
    /** Whether the other end wants to hear of each landing, since too much is about to arrive here. */
    private boolean senderWaits;

    /** What had a turn before this one, and was on its link at that time, does not arrive. */
    private long forgottenBefore;

    private long forgottenNanos = Long.MIN_VALUE / 2;
    private String cause = "";

    /**
     * @param remote who is at the other end
     * @param random the chances of what this end sends and receives, shared with the other end
     */
    WireEnd(EventQueue queue, SimNode node, SimNode remote, Wire wire, RandomGenerator random) {
        this.queue = queue;
        this.node = node;
        this.wire = wire;
        isRecorded = !wire.recorder().equals(Recorder.NONE);
        id = node.nextConnectionId();
        SimLink link = wire.link();
        if (link == null) {
            lane = null;
            direction = null;
            outlet = null;
        } else {
            direction = link.id().from(node.name());
            lane = new LinkLane<>(
                    new QueueTimer(queue),
                    link.inForce(direction),
                    random,
                    link.counters(direction),
                    link.watch(direction),
                    new Exit());
            Uplink uplink = node.uplink(remote);
            outlet = uplink == null
                    ? null
                    : new Outlet(uplink, remote.spec().machine().download(), link.counters(direction), new LineExit());
        }
    }

    /** Names the other end, before anything is sent. */
    void join(WireEnd otherEnd) {
        other = otherEnd;
    }

    ConnectionId id() {
        return id;
    }

    boolean isClosed() {
        return closed;
    }

    void setConditions(Direction changed, LinkConditions conditions) {
        if (lane != null && changed == direction) {
            takeBack(lane);
            lane.setConditions(conditions);
        }
    }

    /** Counts what has left the link by now. */
    void settle() {
        if (lane != null) {
            lane.settle();
        }
    }

    /** What is on its way on the link is the lane's again: it does not arrive as was planned. */
    private void takeBack(LinkLane<Object> sending) {
        if (sending.hasCarried()) {
            other.forgetCarried();
        }
    }

    /**
     * What was sent to here up to now does not arrive, unless it has left its link. When two such moments lie so close to each
     * other that some of what had left before the first is still to arrive, the first stays the one that counts: what was
     * sent since has not left its link either.
     */
    private void forgetCarried() {
        if (queue.now() - forgottenNanos > EventQueue.LOOPBACK_NANOS) {
            forgottenNanos = queue.now();
        }
        forgottenBefore = queue.nextSequence();
    }

    void send(byte[] frame, byte[] payload, int tag) {
        if (state != State.OPEN) {
            return;
        }
        hasSent = true;
        if (outlet != null) {
            outlet.send(payload, frame.length, tag);
        } else if (lane == null || lane.passes(frame.length, tag)) {
            depart(payload);
        } else {
            carry(payload, lane.enter(payload, frame.length, tag, queue.now(), EventQueue.LONGEST_ON_LINK_NANOS));
        }
    }

    private void carry(Object thing, long leavesNanos) {
        if (leavesNanos != LinkLane.MINE) {
            departed++;
            queue.carry(other, thing, leavesNanos);
        }
    }

    /** Ends the connection behind the frames sent before, and hears the other side out. */
    void disconnect(DisconnectReason reason) {
        if (state == State.OPEN) {
            state = State.ENDING;
            cause = reason.text();
            if (hasSent) {
                endOutput();
            } else {
                close("the connection broke");
            }
        }
    }

    /** Breaks the connection off; the other end hears of it. */
    void reset() {
        outputEnded = true;
        if (!closed) {
            depart(Mark.RESET);
        }
        close("the connection broke");
    }

    /** Something has come from the other end. */
    @Override
    public void arrive(Flight flight) {
        landed++;
        if (senderWaits) {
            other.landed(landed);
        }
        if (closed || isForgotten(flight)) {
            return;
        }
        Object thing = flight.thing;
        if (thing instanceof byte[] payload) {
            received(payload);
        } else if (thing == Mark.END) {
            inputEnds();
        } else if (thing == Mark.RESET) {
            outputEnded = true;
            close("Connection reset");
        } else {
            throw new IllegalStateException("an unknown thing travelled: " + thing);
        }
    }

    private static boolean leftAfter(Flight flight, long nanos) {
        return flight.atNanos - EventQueue.LOOPBACK_NANOS > nanos;
    }

    private boolean isForgotten(Flight flight) {
        return flight.isOnLink && flight.sequence < forgottenBefore && leftAfter(flight, forgottenNanos);
    }

    private void received(byte[] payload) {
        if (inputRefused || state == State.GONE) {
            return;
        }
        if (isRecorded) {
            record(payload);
        }
        try {
            Frames.checkLength(payload.length, node.maxMessageBytes());
            node.offer(new Input.Received(id, payload));
        } catch (WireException tooLarge) {
            inputRefused = true;
            node.offer(new Input.BadFrame(id, tooLarge));
        }
    }

    private void record(byte[] payload) {
        SimLink link = wire.link();
        if (link != null && direction != null) {
            wire.recorder().delivered(queue.now(), link.id(), direction.opposite(), payload);
        }
    }

    private void inputEnds() {
        inputEnded = true;
        gone("the other side closed it");
        if (outputEnded) {
            close("the connection broke");
        } else {
            endOutput();
        }
    }

    private void endOutput() {
        if (outputEnding || closed) {
            return;
        }
        outputEnding = true;
        queue.set(linger, queue.now() + Linger.nanos(onLinkNanos() + other.onLinkNanos() + other.mayTakeNanos()));
        if (outlet != null) {
            outlet.sendMark(Mark.END);
        } else if (lane == null) {
            outputEnds();
        } else {
            lane.enterMark(Mark.END);
        }
    }

    private void outputEnds() {
        if (!outputEnded) {
            outputEnded = true;
            depart(Mark.END);
            if (inputEnded) {
                close("the connection broke");
            }
        }
    }

    private void close(String defaultCause) {
        if (closed) {
            return;
        }
        closed = true;
        queue.cancel(linger);
        if (outlet != null) {
            outlet.abandon();
        }
        if (lane != null) {
            takeBack(lane);
            lane.abandon();
        }
        if (!outputEnded) {
            outputEnded = true;
            depart(Mark.END);
        }
        gone(defaultCause);
        wire.ended();
    }

    private void gone(String defaultCause) {
        if (state != State.GONE) {
            state = State.GONE;
            node.closed(this, cause.isEmpty() ? defaultCause : cause);
        }
    }

    private void depart(Object thing) {
        departed++;
        queue.fly(other, thing);
        if (departed - knownToHaveLanded >= LinkPolicy.CONGESTED_FRAMES) {
            knownToHaveLanded = other.landed;
            holdBack(departed - knownToHaveLanded, thing);
        }
    }

    private void holdBack(long aboutToArrive, Object thing) {
        if (aboutToArrive > LinkPolicy.MAX_FRAMES_ON_LINK && thing instanceof byte[]) {
            close("the other side does not read what it is sent");
        } else if (aboutToArrive >= LinkPolicy.CONGESTED_FRAMES) {
            other.senderWaits = true;
            congestion(outletFull, laneFull, true);
        }
    }

    private void landed(long all) {
        knownToHaveLanded = all;
        if (aboutToArriveFull && departed - all <= LinkPolicy.CONGESTED_FRAMES / 2) {
            other.senderWaits = false;
            congestion(outletFull, laneFull, false);
        }
    }

    private void congestion(boolean nowOutletFull, boolean nowLaneFull, boolean nowAboutToArriveFull) {
        boolean before = outletFull || laneFull || aboutToArriveFull;
        outletFull = nowOutletFull;
        laneFull = nowLaneFull;
        aboutToArriveFull = nowAboutToArriveFull;
        boolean now = outletFull || laneFull || aboutToArriveFull;
        if (before != now && state == State.OPEN) {
            node.offer(new Input.Congestion(id, now));
        }
    }

    private long onLinkNanos() {
        long inLaneNanos = lane == null ? 0 : lane.remainingNanos();
        return outlet == null ? inLaneNanos : inLaneNanos + outlet.remainingNanos();
    }

    private long mayTakeNanos() {
        return lane == null ? 0 : lane.mayTakeNanos();
    }

    /** Where what this end sends leaves the link. */
    private final class Exit extends LaneExit {
        @Override
        void departs(Object thing) {
            depart(thing);
        }

        @Override
        void ends() {
            outputEnds();
        }

        @Override
        public void congested(boolean congested) {
            congestion(outletFull, congested, aboutToArriveFull);
        }
    }

    /** Where what the node's line has carried enters the lane. */
    private final class LineExit implements Outlet.Exit {
        @Override
        public void carried(Object thing, int frameBytes, int tag) {
            if (lane == null) {
                throw new IllegalStateException("a node's line leads to links only");
            } else if (frameBytes == 0) {
                lane.enterMark(thing);
            } else {
                carry(thing, lane.goOn(thing, frameBytes, tag, queue.now(), EventQueue.LONGEST_ON_LINK_NANOS));
            }
        }

        @Override
        public void congested(boolean congested) {
            congestion(congested, laneFull, aboutToArriveFull);
        }
    }
}
