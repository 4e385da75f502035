package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.RateLimit;
import org.polytorus.simulator.wire.PeerInfo;

/** Nodes without sockets, for tests: every event happens at an exact virtual time, in the order (time, sequence). */
final class VirtualNetwork {
    static final long START_NANOS = TimeUnit.SECONDS.toNanos(1_750_000_100L);

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::sequence));
    private final Map<Endpoint, Host> hosts = new HashMap<>();
    private final SharedValues shared = new SharedValues();
    private final List<String> log = new ArrayList<>();
    private final SplittableRandom loss;
    private long sequence;
    private long nextConnection = 1;
    private long now = START_NANOS;
    private long latencyNanos = TimeUnit.MILLISECONDS.toNanos(1);
    private double lossProbability;
    private final Map<Pair, Conditions> pairs = new HashMap<>();

    VirtualNetwork() {
        this(5);
    }

    /** @param luck decides which messages are lost */
    VirtualNetwork(long luck) {
        loss = new SplittableRandom(luck);
    }

    /** What a pair of hosts has of its own: from whom, to whom. */
    private record Pair(Endpoint from, Endpoint to) {}

    private record Conditions(long latencyNanos, double lossProbability) {}

    private record Event(long atNanos, long sequence, Runnable action) {}

    /** One end of a virtual connection. */
    static final class Wire {
        final ConnectionId id;
        final Host owner;

        @Nullable
        Wire other;

        boolean open = true;

        Wire(ConnectionId id, Host owner) {
            this.id = id;
            this.owner = owner;
        }
    }

    /** A node with its place in the network. */
    final class Host {
        final Endpoint endpoint;
        final NodeCore core;
        final List<Observation> observations = new ArrayList<>();
        final List<Block> keptBlocks = new ArrayList<>();
        final List<Output.Recalled> recalled = new ArrayList<>();
        List<PeerInfo> keptPeers = List.of();
        final Map<ConnectionId, Wire> wires = new HashMap<>();
        boolean reachable = true;
        /** Nodes of different islands do not reach each other. */
        int island;

        private final Map<MessageKind, Long> sentKinds = new EnumMap<>(MessageKind.class);
        private long wish;

        Host(Endpoint endpoint, NodeSettings settings, PeerId id, long seed) {
            this.endpoint = endpoint;
            core = new NodeCore(settings, id, new SplittableRandom(seed), shared, this::output);
        }

        void input(Input input) {
            at(now, () -> core.handle(now, input));
        }

        NodeView view() {
            return core.view(now);
        }

        <O extends Observation> List<O> observed(Class<O> kind) {
            return observations.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        /** How many messages of a kind it has sent. */
        long sent(MessageKind kind) {
            return sentKinds.getOrDefault(kind, 0L);
        }

        private void output(Output output) {
            switch (output) {
                case Output.Dial dial -> dial(this, dial.remote());
                case Output.Send send -> send(this, send);
                case Output.Disconnect disconnect -> disconnect(this, disconnect.connection());
                case Output.ListConnections _ -> input(new Input.OpenConnections(List.copyOf(wires.keySet())));
                case Output.WakeAt wake -> {
                    wish = wake.epochNanos();
                    at(wake.epochNanos(), () -> wake(wake.epochNanos()));
                }
                case Output.RememberBlocks remember -> keptBlocks.addAll(remember.blocks());
                case Output.RememberPeers remember -> keptPeers = remember.peers();
                case Output.Recalled outcome -> recalled.add(outcome);
                case Output.Observed observed -> observations.add(observed.observation());
            }
        }

        private void wake(long forNanos) {
            if (wish == forNanos) {
                core.handle(now, new Input.WakeUp());
            }
        }
    }

    /** How many messages of a kind all hosts have sent. */
    long sent(MessageKind kind) {
        return hosts.values().stream().mapToLong(host -> host.sent(kind)).sum();
    }

    VirtualNetwork latency(Duration latency) {
        latencyNanos = latency.toNanos();
        return this;
    }

    VirtualNetwork loss(double probability) {
        lossProbability = probability;
        return this;
    }

    /** Gives the traffic between two hosts, both ways, a latency and a loss of its own. */
    VirtualNetwork between(Host one, Host other, Duration latency, double loss) {
        Conditions conditions = new Conditions(latency.toNanos(), loss);
        pairs.put(new Pair(one.endpoint, other.endpoint), conditions);
        pairs.put(new Pair(other.endpoint, one.endpoint), conditions);
        return this;
    }

    private Conditions conditions(Wire from) {
        Wire to = from.other;
        Conditions common = new Conditions(latencyNanos, lossProbability);
        return to == null ? common : pairs.getOrDefault(new Pair(from.owner.endpoint, to.owner.endpoint), common);
    }

    /** Settings that make nothing happen by itself: no mining, no transactions. */
    static NodeSettings quiet(Endpoint... bootstrap) {
        return quiet(50, bootstrap);
    }

    static NodeSettings quiet(int maxPeers, Endpoint... bootstrap) {
        return new NodeSettings(
                List.of(bootstrap),
                maxPeers,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                1,
                1_048_576,
                false,
                null,
                RateLimit.DEFAULT,
                DiscoverySettings.OFF,
                true,
                Machine.UNLIMITED,
                TreeLimits.DEFAULT,
                false,
                false);
    }

    Host add(int port, NodeSettings settings) {
        Endpoint endpoint = Endpoint.loopback(port);
        Host host = new Host(endpoint, settings, new PeerId(0x1111_1111_0000_0000L + port, port), port);
        hosts.put(endpoint, host);
        return host;
    }

    void start() {
        hosts.values().stream()
                .sorted(Comparator.comparing(host -> host.endpoint))
                .forEach(host -> host.input(new Input.Start(host.endpoint)));
    }

    long now() {
        return now;
    }

    List<String> log() {
        return log;
    }

    void runFor(Duration span) {
        runUntil(() -> false, span);
    }

    /** Runs until the condition holds after an event; false if it did not within the span. */
    boolean runUntil(BooleanSupplier condition, Duration span) {
        long end = now + span.toNanos();
        while (!condition.getAsBoolean()) {
            Event next = events.peek();
            if (next == null || next.atNanos > end) {
                now = end;
                return condition.getAsBoolean();
            }
            events.remove();
            now = Math.max(now, next.atNanos);
            next.action.run();
        }
        return true;
    }

    /** Cuts the host off: its connections are reset and nobody reaches it. */
    void isolate(Host host) {
        host.reachable = false;
        List.copyOf(host.wires.values()).forEach(this::reset);
    }

    private void reset(Wire wire) {
        Wire other = wire.other;
        close(wire, "reset");
        if (other != null) {
            close(other, "reset");
        }
    }

    /** Splits off an island: connections that cross its shore are reset, and no new ones come about. */
    void split(List<Host> group) {
        group.forEach(host -> host.island = 1);
        for (Host host : group) {
            List.copyOf(host.wires.values()).stream()
                    .filter(wire -> wire.other != null && wire.other.owner.island != host.island)
                    .forEach(this::reset);
        }
    }

    /** Joins all islands. Without being told, nodes find out for themselves. */
    void heal(boolean told) {
        hosts.values().forEach(host -> host.island = 0);
        if (told) {
            hosts.values().forEach(host -> host.input(new Input.NetworkChanged()));
        }
    }

    /** Ends the isolation; all nodes are told, as after a restored link. */
    void rejoin(Host host) {
        host.reachable = true;
        hosts.values().forEach(any -> any.input(new Input.NetworkChanged()));
    }

    void congest(Host host, boolean congested) {
        host.wires.keySet().forEach(id -> host.input(new Input.Congestion(id, congested)));
    }

    private void at(long nanos, Runnable action) {
        events.add(new Event(Math.max(now, nanos), sequence++, action));
    }

    private void dial(Host from, Endpoint remote) {
        at(now + latencyNanos, () -> {
            Host target = hosts.get(remote);
            if (target == null
                    || !target.reachable
                    || !from.reachable
                    || from.island != target.island
                    || !target.view().running()) {
                from.core.handle(now, new Input.DialFailed(remote, DialFailure.REFUSED));
                return;
            }
            Wire there = new Wire(new ConnectionId(nextConnection++), from);
            Wire here = new Wire(new ConnectionId(nextConnection++), target);
            there.other = here;
            here.other = there;
            from.wires.put(there.id, there);
            target.wires.put(here.id, here);
            at(now, () -> target.core.handle(now, new Input.Accepted(here.id, from.endpoint)));
            at(now, () -> from.core.handle(now, new Input.DialSucceeded(there.id, remote)));
        });
    }

    private void send(Host from, Output.Send send) {
        Wire wire = from.wires.get(send.connection());
        if (wire == null || !wire.open) {
            return;
        }
        from.sentKinds.merge(send.kind(), 1L, Long::sum);
        log.add(now + " " + from.endpoint + " " + send.kind() + " " + send.frame().length
                + (wire.other == null ? "" : " to " + wire.other.owner.endpoint));
        Conditions conditions = conditions(wire);
        if (conditions.lossProbability > 0 && loss.nextDouble() < conditions.lossProbability) {
            return;
        }
        byte[] payload = new byte[send.frame().length - 4];
        System.arraycopy(send.frame(), 4, payload, 0, payload.length);
        at(now + conditions.latencyNanos, () -> {
            Wire other = wire.other;
            if (other != null && other.open) {
                other.owner.core.handle(now, new Input.Received(other.id, payload));
            }
        });
    }

    private void disconnect(Host from, ConnectionId id) {
        Wire wire = from.wires.get(id);
        if (wire == null) {
            return;
        }
        at(now + latencyNanos, () -> {
            if (wire.other != null) {
                close(wire.other, "ended by the other side");
            }
        });
        at(now + 2 * latencyNanos, () -> close(wire, "ended by this side"));
    }

    private void close(Wire wire, String cause) {
        if (wire.open) {
            wire.open = false;
            wire.owner.wires.remove(wire.id);
            at(now, () -> wire.owner.core.handle(now, new Input.Closed(wire.id, cause)));
        }
    }
}
