package org.polytorus.simulator.live;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.EventWriter;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.HealingReport;
import org.polytorus.simulator.host.Insight;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.host.PropagationLook;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.SharedValues;
import org.polytorus.simulator.store.NodeStore;
import org.polytorus.simulator.store.NodeStores;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** A testnet of real nodes on real sockets. Puts the parts together and takes them apart again; the parts do the work. */
final class LiveTestnet implements Testnet, Insight {
    /** Every thread of a testnet has a name that begins so. */
    static final String THREAD_PREFIX = "testnet-";

    /** Spreads the seeds of the runs of a node with a past: the golden ratio in 64 bits. */
    private static final long PAST = 0x9e37_79b9_7f4a_7c15L;

    private static final long SHUTDOWN_SECONDS = 5;
    /** The blocks of all nodes together take at most a quarter of the memory. */
    private static final int BLOCKS_SHARE_OF_HEAP = 4;

    private final LoopThreads threads;
    private final EventLoopGroup group;
    private final List<NodeServer> nodes = new ArrayList<>();
    private final Map<EventLoop, SharedValues> sharedByLoop = new HashMap<>();
    private final FlightLog flights = new FlightLog();
    private final EpochClock clock = new EpochClock();
    private final EventLog events = new EventLog(clock::epochNanos);
    private final Recollection recollection = new Recollection(events);
    private final ReportQueue reports = new ReportQueue();
    private final NodeStores stores;
    private final CommandDispatcher dispatcher;
    private final SnapshotFolder folder;
    private boolean closed;

    private LiveTestnet(
            TestnetSpec spec,
            LoopThreads threads,
            EventLoopGroup group,
            NodeStores stores,
            NodeDriver.Factory drivers) {
        this.threads = threads;
        this.group = group;
        this.stores = stores;
        List<String> problems = new ArrayList<>(DescriptorCheck.problems(spec));
        List<Listener> listeners = spec.nodes().stream()
                .map(node -> new Listener(node, group.next()))
                .toList();
        // All ports first, since a node is told the addresses of the others when it begins.
        List<String> outcomes = listeners.stream().map(Listener::open).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        LinkRegistry registry = new LinkRegistry(spec.seed(), flights, clock);
        Map<NodeName, Endpoint> addresses = new TreeMap<>();
        for (Listener listener : listeners) {
            Endpoint reachable = NodeSetup.reachable(listener.address());
            addresses.put(listener.spec().name(), reachable);
            if (reachable.port() != 0) {
                registry.listensAt(listener.spec().name(), reachable);
            }
        }
        RandomGenerator ids = NodeSetup.random(spec.seed());
        for (Listener listener : listeners) {
            nodes.add(newNode(spec, listener, NodeSetup.randomId(ids), registry, addresses, drivers));
        }
        recollection.run();
        openLinks(spec, registry);
        Map<NodeName, NodeServer> byName = new TreeMap<>();
        nodes.forEach(node -> byName.put(node.name(), node));
        dispatcher = new CommandDispatcher(Collections.unmodifiableMap(byName), registry, events);
        for (GuestSpec guest : spec.guests()) {
            CommandResult attached =
                    dispatcher.submit(new TestnetCommand.AttachGuest(guest)).join();
            if (!attached.done()) {
                problems.add("The guest " + guest.name() + " does not take part. " + attached.message());
            }
        }
        problems.forEach(
                problem -> events.add(TestnetEvent.Kind.NOTE, TestnetEvent.Severity.WARNING, null, null, problem));
        CompletableFuture<?>[] begun = new CompletableFuture<?>[nodes.size()];
        for (int i = 0; i < begun.length; i++) {
            begun[i] = nodes.get(i).begin(outcomes.get(i));
        }
        CompletableFuture.allOf(begun).join();
        folder = new SnapshotFolder(
                reports,
                new EventWriter(events, registry),
                new SnapshotSource(spec.name(), nodes, registry, problems, new HealingReport(events)),
                new PropagationLook(spec.nodes().stream().map(NodeSpec::name).toList(), registry),
                clock);
        folder.start();
    }

    /** Starts every node; returns when all listen or have failed to. */
    static LiveTestnet start(TestnetSpec spec, int eventLoops, NodeDriver.Factory drivers) {
        LoopThreads threads = new LoopThreads();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(eventLoops, threads, NioIoHandler.newFactory());
        NodeStores stores = new NodeStores(THREAD_PREFIX + "disk");
        try {
            return new LiveTestnet(spec, threads, group, stores, drivers);
        } catch (RuntimeException | Error failed) {
            shutDown(group, threads);
            stores.close();
            throw failed;
        }
    }

    @Override
    public TestnetSnapshot snapshot() {
        return folder.latest();
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        return dispatcher.submit(command);
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return events.after(sequence);
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return flights.after(sequence);
    }

    @Override
    public List<NodeName> lookInto(Visitor visitor, Duration patience) throws InterruptedException {
        return Looks.into(nodes, visitor, patience);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture<?>[] ended = nodes.stream().map(NodeServer::shutDown).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ended).join();
        shutDown(group, threads);
        stores.close();
        folder.stop();
    }

    private NodeServer newNode(
            TestnetSpec spec,
            Listener listener,
            PeerId id,
            LinkRegistry registry,
            Map<NodeName, Endpoint> addresses,
            NodeDriver.Factory drivers) {
        registry.add(listener.spec().name(), id);
        NodeStore store = StoreOfNode.open(listener.spec(), stores, events);
        TreeLimits limits = TreeLimits.within(Runtime.getRuntime().maxMemory()
                / BLOCKS_SHARE_OF_HEAP
                / spec.nodes().size());
        List<LinkSpec> dialled = spec.links().stream()
                .filter(link -> link.dialler().equals(listener.spec().name()))
                .toList();
        NodeSettings settings = NodeSetup.settings(listener.spec(), dialled, addresses, limits)
                .but()
                .remembers(store != null && store.isOpen())
                .build();
        // A node with a past goes on with other numbers, or it would make the transactions of its first run once more.
        long past = store == null ? 0 : store.stats().blocks();
        RandomGenerator random = NodeSetup.random(spec.seed() + 1 + nodes.size() + PAST * past);
        SharedValues shared = sharedByLoop.computeIfAbsent(listener.loop(), _ -> new SharedValues());
        NodeServer node = new NodeServer(
                listener,
                id,
                registry,
                events,
                clock,
                outputs -> drivers.create(settings, id, random, shared, outputs),
                reports,
                store);
        if (store != null) {
            recollection.add(node, store);
        }
        return node;
    }

    /** Every pair that is meant to be connected is shown from the start, with the conditions that it is to have. */
    private static void openLinks(TestnetSpec spec, LinkRegistry registry) {
        for (NodeSpec node : spec.nodes()) {
            for (Endpoint peer : node.bootstrapPeers()) {
                LiveLink live = registry.dialled(node.name(), peer);
                if (live != null) {
                    live.describe();
                }
            }
        }
        for (LinkSpec link : spec.links()) {
            Direction there = link.id().from(link.dialler());
            if (link.isIntroduction()) {
                continue;
            }
            LiveLink live = registry.open(link.id());
            live.describe();
            live.setConditions(there, link.there()).join();
            live.setConditions(there.opposite(), link.back()).join();
        }
    }

    private static void shutDown(EventLoopGroup group, LoopThreads threads) {
        group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        threads.join();
    }
}
