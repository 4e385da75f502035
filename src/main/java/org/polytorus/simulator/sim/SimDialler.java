package org.polytorus.simulator.sim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.Input;

/**
 * Opens a node's connections, each answered with exactly one input, after as long as the link takes there and back. A dropped
 * link refuses, a black hole lets the dial hang until its time is over or the hole is gone.
 */
final class SimDialler {
    private final SimNode node;
    private final SimWorld world;
    /** Bounded by the node: it dials an address only once at a time. */
    private final Set<Attempt> underWay = new LinkedHashSet<>();

    SimDialler(SimNode node, SimWorld world) {
        this.node = node;
        this.world = world;
    }

    void dial(Endpoint remote) {
        SimLink link = world.dialled(node.name(), remote);
        if (link != null && link.isDropped()) {
            failed(remote, DialFailure.REFUSED);
        } else {
            new Attempt(remote, link).begin();
        }
    }

    boolean isDialling(Endpoint remote) {
        return underWay.stream().anyMatch(attempt -> attempt.remote.equals(remote));
    }

    /** Gives up what is under way; each dial is answered. */
    void cancelAll() {
        List.copyOf(underWay).forEach(attempt -> attempt.end(DialFailure.UNREACHABLE));
    }

    private void failed(Endpoint remote, DialFailure failure) {
        node.offer(new Input.DialFailed(remote, failure));
    }

    /** One dial that is under way. */
    final class Attempt extends Alarm {
        private final Endpoint remote;
        private final @Nullable SimLink link;
        private boolean timesOut;

        private Attempt(Endpoint remote, @Nullable SimLink link) {
            this.remote = remote;
            this.link = link;
        }

        private void begin() {
            underWay.add(this);
            long roundTrip = 2 * EventQueue.LOOPBACK_NANOS;
            long patience = node.spec().connectionTimeout().toNanos();
            if (link != null && link.isBlackHole()) {
                link.onMended(this);
                timesOut = true;
            } else {
                for (Direction direction : link == null ? new Direction[0] : Direction.values()) {
                    roundTrip += latencyNanos(direction);
                }
                timesOut = roundTrip >= patience;
            }
            world.queue().set(this, world.queue().now() + (timesOut ? patience : roundTrip));
        }

        private long latencyNanos(Direction direction) {
            return link == null ? 0 : link.inForce(direction).latency().toNanos();
        }

        @Override
        void ring() {
            SimNode listener = world.nodeAt(remote);
            if (timesOut) {
                end(DialFailure.TIMED_OUT);
            } else if (listener == null || !listener.isRunning() || (link != null && link.isDropped())) {
                end(DialFailure.REFUSED);
            } else if (link != null && link.isBlackHole()) {
                retry();
            } else if (forget()) {
                connect(listener);
            }
        }

        /** Begins anew, since something about the link has changed. */
        void retry() {
            if (forget()) {
                dial(remote);
            }
        }

        private void end(DialFailure failure) {
            if (forget()) {
                failed(remote, failure);
            }
        }

        private void connect(SimNode listener) {
            Wire wire = link == null
                    ? new Wire(world.queue(), world.recorder(), null, NodeSetup.random(world.seed()), node, listener)
                    : link.connect(node, listener);
            listener.accepted(wire.listener(), world.nextDiallingAddress());
            node.connected(wire.dialler(), remote);
        }

        private boolean forget() {
            if (link != null) {
                link.forgetMended(this);
            }
            world.queue().cancel(this);
            return underWay.remove(this);
        }
    }
}
