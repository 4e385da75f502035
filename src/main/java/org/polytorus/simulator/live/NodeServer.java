package org.polytorus.simulator.live;

import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.HostEvents;
import org.polytorus.simulator.host.Insight;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.host.NodeState;
import org.polytorus.simulator.host.NodeStatus;
import org.polytorus.simulator.host.Refusals;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.host.Wish;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.protocol.Output;
import org.polytorus.simulator.store.NodeStore;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node on real sockets: its listener, its connections and the state machine that decides, all on one event loop. Methods
 * that answer with a future may be called from any thread.
 */
final class NodeServer {
    private static final Logger LOG = LoggerFactory.getLogger(NodeServer.class);
    private static final long HEARTBEAT_SECONDS = 1;

    private final Listener listener;
    private final PeerId id;
    private final LinkRegistry registry;
    private final EventLog events;
    private final HostEvents told;
    private final NodeEngine engine;
    private final Dialler dialler;
    private final @Nullable NodeStore store;
    private volatile NodeStatus status = new NodeStatus(State.STARTING);
    private @Nullable ScheduledFuture<?> heartbeat;
    private boolean shutDown;
    private boolean faulted;
    /** What the input that is being handled came to, where the node says. */
    private CommandResult answer = CommandResult.DONE;

    NodeServer(
            Listener listener,
            PeerId id,
            LinkRegistry registry,
            EventLog events,
            EpochClock clock,
            Function<Consumer<Output>, NodeDriver> driverFactory,
            ReportQueue reports,
            @Nullable NodeStore store) {
        this.listener = listener;
        this.id = id;
        this.registry = registry;
        this.events = events;
        told = new HostEvents(events);
        engine = new NodeEngine(
                listener.loop(), clock, driverFactory, seen -> report(reports, clock, seen), this::onFault);
        dialler = new Dialler(listener.spec(), listener.loop(), registry, engine);
        engine.dialWith(dialler::dial);
        this.store = store;
        if (store != null) {
            engine.keepIn(store);
        }
    }

    NodeName name() {
        return spec().name();
    }

    NodeSpec spec() {
        return listener.spec();
    }

    PeerId id() {
        return id;
    }

    Listener listener() {
        return listener;
    }

    /** As it is known from outside; what it sees itself is at most about 100 ms behind. */
    NodeState state() {
        StorageStats storage = store == null ? StorageStats.NONE : store.stats();
        return new NodeState(name(), id, listener.address(), status, storage, engine.latestView());
    }

    /** Begins to take part, after the listener was opened with this outcome. */
    CompletableFuture<CommandResult> begin(String listenProblem) {
        return onLoop(() -> listenProblem.isEmpty() ? run() : fail(listenProblem));
    }

    /** Opens the listener (again) and begins. */
    CompletableFuture<CommandResult> start() {
        return onLoop(this::prepareStart)
                .thenCompose(answer -> answer == null
                        ? listener.open().thenCompose(this::begin)
                        : CompletableFuture.completedFuture(answer));
    }

    /** Ends every connection in good order and closes the listener. */
    CompletableFuture<CommandResult> stop() {
        return onLoop(() -> {
            if (status.state() == State.RUNNING) {
                status = new NodeStatus(State.STOPPED);
                // Before its dials end: whoever stops has not failed to reach anybody.
                engine.offer(new Input.Stop());
                silence();
                told.stopped(name());
            }
            return CommandResult.DONE;
        });
    }

    /** Ends everything at once, for ever. A node that keeps something on disk hands over what it has not yet. */
    CompletableFuture<CommandResult> shutDown() {
        return onLoop(() -> {
            shutDown = true;
            if (store != null && status.state() == State.RUNNING) {
                engine.offer(new Input.Stop());
            }
            silence();
            engine.die();
            engine.resetAll();
            return CommandResult.DONE;
        });
    }

    /** Hands over a wish that only a running node can fulfil, made from its state now. */
    CompletableFuture<CommandResult> ask(Function<NodeView, Wish> wish) {
        return onLoop(() -> {
            State state = status.state();
            if (state != State.RUNNING) {
                return Refusals.notRunning(name(), state);
            }
            return switch (wish.apply(engine.viewNow())) {
                case Wish.Grant grant -> {
                    answer = CommandResult.DONE;
                    engine.offer(grant.input());
                    yield answer;
                }
                case Wish.Refuse refuse -> CommandResult.refused(refuse.why());
            };
        });
    }

    /** Hands over an input, whether the node runs or not. */
    CompletableFuture<CommandResult> tell(Input input) {
        return onLoop(() -> {
            engine.offer(input);
            return CommandResult.DONE;
        });
    }

    /** Hands over an input before the start, and shows what came of it. */
    CompletableFuture<CommandResult> prepare(Input input) {
        return onLoop(() -> {
            engine.offer(input);
            engine.publish();
            return CommandResult.DONE;
        });
    }

    /** Shows somebody this node, unless it has failed; completes when that is done. */
    CompletableFuture<CommandResult> show(Insight.Visitor visitor) {
        return onLoop(() -> {
            NodeSight sight = engine.sight();
            if (sight != null) {
                visitor.visit(name(), sight, new Openings(engine, dialler));
            }
            return CommandResult.DONE;
        });
    }

    /** What this host has open for its node. */
    private record Openings(NodeEngine engine, Dialler dialler) implements HostSight {
        @Override
        public Collection<ConnectionId> connections() {
            return engine.openConnections();
        }

        @Override
        public boolean isDialling(Endpoint remote) {
            return dialler.isDialling(remote);
        }
    }

    /** Null if the listener is to be opened, else the answer. */
    private @Nullable CommandResult prepareStart() {
        if (faulted) {
            return CommandResult.refused(status.problem());
        }
        if (status.state() == State.RUNNING || status.state() == State.STARTING) {
            return CommandResult.DONE;
        }
        status = new NodeStatus(State.STARTING);
        return null;
    }

    private CommandResult run() {
        if (shutDown) {
            listener.close();
            return CommandResult.refused("The testnet is being closed.");
        }
        registry.listensAt(name(), NodeSetup.reachable(listener.address()));
        listener.accept(this::onAccepted, this::onAcceptFailure);
        status = new NodeStatus(State.RUNNING);
        told.started(name(), listener.address());
        engine.offer(new Input.Start(NodeSetup.reachable(listener.address())));
        heartbeat = listener.loop()
                .scheduleAtFixedRate(engine::publishSoon, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        return CommandResult.DONE;
    }

    private CommandResult fail(String problem) {
        status = new NodeStatus(State.FAILED, problem);
        told.failed(name(), problem);
        return CommandResult.refused(problem);
    }

    private void onAccepted(SocketChannel channel) {
        NodeConnection connection = NodeConnection.accepted(engine, channel);
        channel.pipeline()
                .addLast(new FrameBatcher())
                .addLast(NodeConnection.decoder(spec()))
                .addLast(GuestGate.accepting(registry.guests(), name(), connection))
                .addLast(connection);
    }

    private void onAcceptFailure(Throwable cause) {
        String found = String.valueOf(cause.getMessage());
        String why =
                found.toLowerCase(Locale.ROOT).contains("too many open files") ? ListenProblems.tooManyFiles() : found;
        events.add(Kind.NOTE, Severity.ERROR, name(), null, name() + " could not accept a connection: " + why);
    }

    /** A bug of ours must not look like a fault of the network: the node stops, and says so. */
    private void onFault(RuntimeException fault) {
        LOG.error("{} stopped because of a fault in the simulator", name(), fault);
        faulted = true;
        silence();
        engine.resetAll();
        fail(Refusals.fault(name(), fault));
    }

    private void silence() {
        listener.close();
        dialler.cancelAll();
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
    }

    private void report(ReportQueue reports, EpochClock clock, Observation seen) {
        boolean asked = engine.currentInput() instanceof Input.SendTransaction;
        CommandResult answered = asked ? Report.answerOf(name(), seen) : null;
        if (answered != null) {
            answer = answered;
        }
        if (Report.isWorthTelling(seen, asked)) {
            reports.offer(new Report(clock.epochNanos(), name(), seen));
        }
    }

    private <T> CompletableFuture<T> onLoop(Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(task, listener.loop());
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }
}
