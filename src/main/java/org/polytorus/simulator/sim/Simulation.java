package org.polytorus.simulator.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.EventWriter;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.HealingReport;
import org.polytorus.simulator.host.HostEvents;
import org.polytorus.simulator.host.HostLink;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.host.NodeState;
import org.polytorus.simulator.host.PartitionOrders;
import org.polytorus.simulator.host.PropagationLook;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.host.SnapshotBuilder;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.protocol.SharedValues;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Components;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * A testnet in virtual time. Nothing happens unless somebody lets it; then everything happens in the order of (time, sequence),
 * the same for the same description, seed and commands at the same virtual times. Looking changes nothing. For one thread at
 * a time.
 */
public final class Simulation {
    /** When every simulation begins: 15 June 2025, 15:06:40 UTC. */
    public static final long BEGIN_NANOS = TimeUnit.SECONDS.toNanos(1_750_000_000L);

    /** Where nodes listen that may listen anywhere. */
    private static final int FIRST_PORT = 20_000;

    /** The blocks of all nodes together; not a share of the memory at hand, which would differ from machine to machine. */
    private static final long MAX_BLOCK_BYTES = 1L << 30;

    private final TestnetSpec spec;
    private final boolean copiesFollowed;
    private final EventQueue queue = new EventQueue(BEGIN_NANOS);
    private final FlightLog flights = new FlightLog();
    private final SimWorld world;
    private final EventLog events;
    private final HostEvents told;
    private final EventWriter writer;
    private final HealingReport healing;
    private final HealingWatch watch;
    private final PropagationLook propagation;
    private final SimCommands commands;
    private final SnapshotBuilder snapshots;

    /** One whose blocks and transactions are followed from node to node. */
    public Simulation(TestnetSpec spec, Recorder recorder, boolean flightsShown) {
        this(spec, recorder, flightsShown, true);
    }

    /**
     * One at its beginning.
     *
     * @param flightsShown whether messages on their way are sampled for a picture; that takes time
     * @param copiesFollowed whether each copy of a block or transaction is followed; that takes time too
     */
    public Simulation(TestnetSpec spec, Recorder recorder, boolean flightsShown, boolean copiesFollowed) {
        this.spec = spec;
        this.copiesFollowed = copiesFollowed;
        events = new EventLog(queue::now, recorder::event);
        told = new HostEvents(events);
        world = new SimWorld(spec.seed(), queue, recorder, flightsShown ? flights : null);
        writer = new EventWriter(events, world);
        healing = new HealingReport(events);
        watch = new HealingWatch(queue, healing, this::lookAtHealing);
        propagation =
                new PropagationLook(spec.nodes().stream().map(NodeSpec::name).toList(), world);
        commands = new SimCommands(world, told, new PartitionOrders(world.partitions(), events, queue::now), watch);
        snapshots = new SnapshotBuilder(spec.name(), world);
        List<SimNode> nodes = nodes();
        openLinks();
        nodes.forEach(SimNode::start);
    }

    /** The testnet that it simulates, as it was described. */
    public TestnetSpec spec() {
        return spec;
    }

    /** Lets somebody look into the nodes, from now on; that takes time. */
    public void watch(Witness witness) {
        world.watch(witness);
    }

    /** Every pair of nodes between which something was ever meant to travel, in the order of their ids. */
    public Collection<? extends HostLink> links() {
        world.links().forEach(SimLink::settle);
        return Collections.unmodifiableCollection(world.links());
    }

    /** The virtual time, in nanoseconds since the Unix epoch. */
    public long nowNanos() {
        return queue.now();
    }

    /** How many events have happened. */
    public long happened() {
        return queue.happened();
    }

    /** When the next event happens, or {@link Long#MAX_VALUE} if none is to come. */
    public long nextNanos() {
        return queue.nextNanos();
    }

    /** Lets one event happen, if there is one. */
    public boolean step() {
        return queue.runNext(Long.MAX_VALUE);
    }

    /** Lets one event happen, if there is one up to that time. */
    public boolean stepUntil(long epochNanos) {
        return queue.runNext(epochNanos);
    }

    /** Lets everything happen up to and at that time, at which the clock then stands. */
    public void runUntil(long epochNanos) {
        queue.runUntil(epochNanos);
    }

    /** Carries a command out now. */
    public CommandResult submit(TestnetCommand command) {
        return commands.carryOut(command);
    }

    /** Everything as it is now. */
    public TestnetSnapshot snapshot() {
        return snapshots.build(scene(), SnapshotBuilder.Guests.NONE, (_, _, _) -> watch.latest());
    }

    /** How blocks have spread, without all else that a snapshot holds and that takes longer. */
    public PropagationSnapshot propagation() {
        return propagation.snapshot();
    }

    /** How many links carry traffic. */
    public long carryingLinks() {
        return world.links().stream().filter(SimLink::carries).count();
    }

    /** As {@link org.polytorus.simulator.testnet.Testnet#eventsAfter}; from any thread. */
    public List<TestnetEvent> eventsAfter(long sequence) {
        return events.after(sequence);
    }

    /** As {@link org.polytorus.simulator.testnet.Testnet#flightsAfter}; from any thread. */
    public List<MessageFlight> flightsAfter(long sequence) {
        return flights.after(sequence);
    }

    private List<SimNode> nodes() {
        Map<NodeName, Endpoint> addresses = addresses();
        RandomGenerator ids = NodeSetup.random(spec.seed());
        Map<NodeName, List<LinkSpec>> dialled = NodeSetup.dialled(spec);
        SharedValues shared = new SharedValues();
        TreeLimits limits =
                TreeLimits.within(MAX_BLOCK_BYTES / Math.max(1, spec.nodes().size()));
        List<SimNode> nodes = new ArrayList<>();
        int number = 0;
        for (Map.Entry<NodeName, Endpoint> entry : addresses.entrySet()) {
            NodeSpec node = spec.nodes().get(number);
            NodeSettings settings = NodeSetup.settings(
                            node, dialled.getOrDefault(node.name(), List.of()), addresses, limits)
                    .but()
                    .tellsCopies(copiesFollowed)
                    .build();
            SimNode made = new SimNode(
                    number++,
                    node,
                    NodeSetup.randomId(ids),
                    entry.getValue(),
                    settings,
                    NodeSetup.random(spec.seed() + number),
                    shared,
                    world,
                    new NodeListener());
            nodes.add(made);
        }
        world.add(nodes);
        return nodes;
    }

    /**
     * In the order of the description. A node that may listen anywhere gets the next port that nobody has asked for, and where
     * the ports are used up, one of the next loopback address.
     */
    private Map<NodeName, Endpoint> addresses() {
        Set<Integer> taken = new TreeSet<>();
        spec.nodes().forEach(node -> taken.add(node.listen().port()));
        Map<NodeName, Endpoint> addresses = new LinkedHashMap<>();
        int port = FIRST_PORT;
        IpAddress overflow = null;
        for (NodeSpec node : spec.nodes()) {
            Endpoint listening = NodeSetup.reachable(node.listen());
            if (listening.port() == 0) {
                while (taken.contains(port)) {
                    port++;
                }
                if (port > Endpoint.MAX_PORT) {
                    IpAddress full = overflow == null ? IpAddress.LOOPBACK_V4 : overflow;
                    overflow = IpAddress.v4((int) full.low() + 1);
                    taken.clear();
                    port = FIRST_PORT;
                }
                listening = new Endpoint(overflow == null ? listening.address() : overflow, port++);
            }
            addresses.put(node.name(), listening);
        }
        return addresses;
    }

    /** Every pair that is meant to be connected is shown from the start, with the conditions that it is to have. */
    private void openLinks() {
        for (NodeSpec node : spec.nodes()) {
            for (Endpoint peer : node.bootstrapPeers()) {
                SimLink link = world.dialled(node.name(), peer);
                if (link != null) {
                    link.describe();
                }
            }
        }
        for (LinkSpec asked : spec.links()) {
            if (!asked.isIntroduction()) {
                Direction there = asked.id().from(asked.dialler());
                SimLink link = world.open(asked.id());
                link.describe();
                link.setConditions(there, asked.there());
                link.setConditions(there.opposite(), asked.back());
            }
        }
    }

    private SnapshotBuilder.Scene scene() {
        world.links().forEach(SimLink::settle);
        List<NodeState> states =
                world.nodes().values().stream().map(SimNode::state).toList();
        return new SnapshotBuilder.Scene(
                queue.now(), states, world.links(), List.of(), 0, world.partitions(), propagation.snapshot());
    }

    private void lookAtHealing() {
        if (!healing.mayTurn(world.groups())) {
            return;
        }
        List<SimNode> running =
                world.nodes().values().stream().filter(SimNode::isRunning).toList();
        List<LinkId> carrying =
                world.links().stream().filter(SimLink::carries).map(SimLink::id).toList();
        healing.look(
                queue.now(),
                running,
                Components.of(running.stream().map(SimNode::name).toList(), carrying));
    }

    /** Hears all nodes. */
    private final class NodeListener implements SimNode.Listener {
        @Override
        public void saw(Report report, boolean worthTelling) {
            if (report.observation() instanceof Observation.PeerConnected connected) {
                world.registered(report.node(), connected.peer(), true);
                watch.changed();
            } else if (report.observation() instanceof Observation.PeerLost lost) {
                world.registered(report.node(), lost.peer(), false);
                watch.changed();
            }
            propagation.follow(report);
            if (worthTelling) {
                writer.write(report);
            }
        }

        @Override
        public void changed(SimNode node) {
            switch (node.status().state()) {
                case STARTING -> {}
                case RUNNING -> told.started(node.name(), node.address());
                case STOPPED -> told.stopped(node.name());
                case FAILED -> told.failed(node.name(), node.status().problem());
            }
            watch.changed();
        }
    }
}
