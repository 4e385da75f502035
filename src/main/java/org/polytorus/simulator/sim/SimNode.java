package org.polytorus.simulator.sim;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.NodeState;
import org.polytorus.simulator.host.NodeStatus;
import org.polytorus.simulator.host.Refusals;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.host.Wish;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.ConnectionMap;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeCore;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.protocol.Output;
import org.polytorus.simulator.protocol.SharedValues;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.HealingClock;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.NodeSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node in virtual time: feeds its state machine one input at a time and carries out what comes out. */
final class SimNode implements HealingClock.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(SimNode.class);

    /** No node wakes again in the instant in which it fell asleep, so that time goes on whatever a node wishes. */
    private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(1);

    /** What the simulation hears of its nodes. */
    interface Listener {
        void saw(Report report, boolean worthTelling);

        void changed(SimNode node);
    }

    private final int number;
    private final NodeSpec spec;
    private final PeerId id;
    private final Endpoint address;
    private final int maxMessageBytes;
    private final SimWorld world;
    private final Listener listener;
    private final NodeCore core;
    private final SimDialler dialler;
    private final Alarm alarm = Alarm.of(() -> offer(new Input.WakeUp()));
    private final ConnectionMap<WireEnd> connections = new ConnectionMap<>(WireEnd::id);
    /** Inputs that arose while an output was carried out: at most a few for each output, handled before anything else. */
    private final ArrayDeque<Input> inputs = new ArrayDeque<>();

    private final NodeSight sight;
    private final HostSight sightOfHost = new Connections();

    /** What it sends leaves there, once a connection has a limited line at either end. */
    private @Nullable Uplink uplink;

    private NodeStatus status = new NodeStatus(State.STARTING);
    private long lastConnection;
    private @Nullable Input current;
    private boolean faulted;
    private CommandResult answer = CommandResult.DONE;

    /** @param number its place among the nodes, from 0 on */
    SimNode(
            int number,
            NodeSpec spec,
            PeerId id,
            Endpoint address,
            NodeSettings settings,
            RandomGenerator random,
            SharedValues shared,
            SimWorld world,
            Listener listener) {
        this.number = number;
        this.spec = spec;
        maxMessageBytes = spec.maxMessageBytes();
        this.id = id;
        this.address = address;
        this.world = world;
        this.listener = listener;
        dialler = new SimDialler(this, world);
        core = new NodeCore(settings, id, random, shared, this::carryOut);
        sight = core.sight();
    }

    @Override
    public NodeName name() {
        return spec.name();
    }

    @Override
    public Hash tip() {
        return core.tip();
    }

    int number() {
        return number;
    }

    NodeSpec spec() {
        return spec;
    }

    int maxMessageBytes() {
        return maxMessageBytes;
    }

    PeerId id() {
        return id;
    }

    Endpoint address() {
        return address;
    }

    /** The line on which it sends to another, or null where neither end's line is limited. */
    @Nullable
    Uplink uplink(SimNode to) {
        boolean isLimited = spec.machine().upload() != null || to.spec.machine().download() != null;
        if (isLimited && uplink == null) {
            uplink = new Uplink(world.queue(), spec.machine().upload());
        }
        return isLimited ? uplink : null;
    }

    boolean isRunning() {
        return status.state() == State.RUNNING;
    }

    NodeStatus status() {
        return status;
    }

    NodeState state() {
        return new NodeState(name(), id, address, status, StorageStats.NONE, view());
    }

    CommandResult start() {
        if (faulted) {
            return CommandResult.refused(status.problem());
        }
        if (!isRunning()) {
            become(new NodeStatus(State.RUNNING));
            offer(new Input.Start(address));
        }
        return CommandResult.DONE;
    }

    CommandResult stop() {
        if (isRunning()) {
            become(new NodeStatus(State.STOPPED));
            // Before its dials end: whoever stops has not failed to reach anybody.
            offer(new Input.Stop());
            dialler.cancelAll();
        }
        return CommandResult.DONE;
    }

    /** Hands over a wish that only a running node can fulfil, made from its state now. */
    CommandResult ask(Function<NodeView, Wish> wish) {
        if (!isRunning()) {
            return Refusals.notRunning(name(), status.state());
        }
        return switch (wish.apply(view())) {
            case Wish.Grant grant -> {
                answer = CommandResult.DONE;
                offer(grant.input());
                yield answer;
            }
            case Wish.Refuse refuse -> CommandResult.refused(refuse.why());
        };
    }

    /** Hands an input over, in its turn. */
    void offer(Input input) {
        if (faulted) {
            return;
        }
        if (current != null) {
            inputs.add(input);
            return;
        }
        try {
            for (Input next = input; next != null; next = inputs.poll()) {
                current = next;
                core.handle(world.queue().now(), next);
            }
            current = null;
        } catch (RuntimeException fault) {
            current = null;
            stopForGood(fault);
        }
        Witness witness = world.witness();
        if (witness != null && !faulted) {
            witness.handled(name(), sight, sightOfHost);
        }
    }

    ConnectionId nextConnectionId() {
        return new ConnectionId(++lastConnection);
    }

    void connected(WireEnd end, Endpoint remote) {
        connections.put(end);
        offer(new Input.DialSucceeded(end.id(), remote));
    }

    void accepted(WireEnd end, Endpoint remote) {
        connections.put(end);
        offer(new Input.Accepted(end.id(), remote));
    }

    void closed(WireEnd end, String cause) {
        connections.remove(end.id());
        offer(new Input.Closed(end.id(), cause));
    }

    private NodeView view() {
        return core.view(world.queue().now());
    }

    private void become(NodeStatus changed) {
        status = changed;
        listener.changed(this);
    }

    /** A bug of ours must not look like a fault of the network: the node stops, and says so. */
    private void stopForGood(RuntimeException fault) {
        LOG.error("{} stopped because of a fault in the simulator", name(), fault);
        faulted = true;
        inputs.clear();
        dialler.cancelAll();
        world.queue().cancel(alarm);
        connections.values().forEach(WireEnd::reset);
        become(new NodeStatus(State.FAILED, Refusals.fault(name(), fault)));
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send send -> send(send);
            case Output.WakeAt wake -> wakeAt(wake.epochNanos());
            case Output.Observed observed -> observed(observed.observation());
            case Output.Dial dial -> dialler.dial(dial.remote());
            case Output.Disconnect disconnect -> {
                WireEnd end = connections.get(disconnect.connection());
                if (end != null) {
                    end.disconnect(disconnect.reason());
                }
            }
            case Output.ListConnections _ ->
                offer(new Input.OpenConnections(
                        connections.values().stream().map(WireEnd::id).toList()));
            // In virtual time nothing is kept on disk.
            case Output.RememberBlocks _, Output.RememberPeers _, Output.Recalled _ -> {}
        }
    }

    private void send(Output.Send send) {
        WireEnd end = connections.get(send.connection());
        if (end != null) {
            end.send(
                    send.frame(), world.payloads().of(send.frame()), send.kind().tag());
        }
    }

    private void wakeAt(long epochNanos) {
        EventQueue queue = world.queue();
        queue.set(alarm, Math.max(epochNanos, queue.now() + SHORTEST_SLEEP_NANOS));
    }

    private void observed(Observation seen) {
        boolean asked = current instanceof Input.SendTransaction;
        CommandResult answered = asked ? Report.answerOf(name(), seen) : null;
        if (answered != null) {
            answer = answered;
        }
        listener.saw(new Report(world.queue().now(), name(), seen), Report.isWorthTelling(seen, asked));
    }

    /** What this host has open for its node. */
    private final class Connections implements HostSight {
        @Override
        public Collection<ConnectionId> connections() {
            return connections.values().stream().map(WireEnd::id).toList();
        }

        @Override
        public boolean isDialling(Endpoint remote) {
            return dialler.isDialling(remote);
        }
    }
}
