package org.polytorus.simulator.live;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.protocol.Output;
import org.polytorus.simulator.store.NodeStore;

/**
 * Feeds one node on its event loop: inputs one at a time, outputs carried out as they come, one alarm, and now and then a
 * copy of the node's state for everybody else. Everything but {@link #latestView} belongs to the loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is scheduled here either runs or the loop has ended.
final class NodeEngine {
    /** The least time between two copies of the state. */
    private static final long VIEW_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Inputs that wait for each other: enough that what is done once for all of them weighs nothing. */
    private static final int MAX_TOGETHER = 64;

    private final EventLoop loop;
    private final EpochClock clock;
    private final Consumer<Observation> observer;
    private final Consumer<RuntimeException> faultHandler;
    private final NodeDriver driver;
    private @Nullable Consumer<Endpoint> dialler;
    private @Nullable NodeStore store;
    private final Map<ConnectionId, NodeConnection> connections = new HashMap<>();
    /**
     * Inputs that arose while an output was carried out, at most a few for each output, handled before anything else; and
     * those that came together.
     */
    private final ArrayDeque<Input> inputs = new ArrayDeque<>();

    private List<NodeConnection> unflushed = new ArrayList<>();
    private @Nullable Input current;
    private boolean draining;
    private boolean dead;
    private long lastConnection;
    private long wishedWakeNanos = Long.MAX_VALUE;
    private long alarmNanos = Long.MAX_VALUE;
    private @Nullable Future<?> alarm;
    private boolean viewPlanned;
    private long lastViewNanos;
    private volatile NodeView latest;

    NodeEngine(
            EventLoop loop,
            EpochClock clock,
            Function<Consumer<Output>, NodeDriver> driverFactory,
            Consumer<Observation> observer,
            Consumer<RuntimeException> faultHandler) {
        this.loop = loop;
        this.clock = clock;
        this.observer = observer;
        this.faultHandler = faultHandler;
        driver = driverFactory.apply(this::carryOut);
        latest = driver.view(clock.epochNanos());
    }

    /** Where wishes to dial go. */
    void dialWith(Consumer<Endpoint> changed) {
        dialler = changed;
    }

    /** Where goes what the node wants to be kept. */
    void keepIn(NodeStore changed) {
        store = changed;
    }

    /**
     * Hands over an input that others may follow at once, in its turn: it waits for them, but not for more than a few, until
     * {@link #handleTogether}.
     */
    void offerTogether(Input input) {
        if (dead) {
            return;
        }
        inputs.add(input);
        if (inputs.size() >= MAX_TOGETHER) {
            handleTogether();
        }
    }

    /** No more inputs follow at once. */
    void handleTogether() {
        if (!draining && !inputs.isEmpty()) {
            drain();
        }
    }

    /** Hands an input over, in its turn. */
    void offer(Input input) {
        if (dead) {
            return;
        }
        inputs.add(input);
        if (!draining) {
            drain();
        }
    }

    /** The latest copy, from any thread; at most about 100 ms behind. */
    NodeView latestView() {
        return latest;
    }

    /** The state now, on the loop. */
    NodeView viewNow() {
        return driver.view(clock.epochNanos());
    }

    /** A look into the node, on the loop and between two inputs; null if it has failed or has nothing to show. */
    @Nullable
    NodeSight sight() {
        return dead ? null : driver.sight();
    }

    /** The connections of which the node was told and not yet told that they are gone. */
    Collection<ConnectionId> openConnections() {
        return Collections.unmodifiableSet(connections.keySet());
    }

    /** Copies the state for everybody, now or as soon as the last copy is old enough. */
    void publishSoon() {
        if (!viewPlanned) {
            viewPlanned = true;
            long waitNanos = lastViewNanos + VIEW_GAP_NANOS - clock.epochNanos();
            loop.schedule(this::publish, Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
        }
    }

    /** What the node is busy with, while an output is carried out. */
    @Nullable
    Input currentInput() {
        return current;
    }

    ConnectionId nextConnectionId() {
        return new ConnectionId(++lastConnection);
    }

    void opened(NodeConnection connection) {
        connections.put(connection.id(), connection);
    }

    void closed(NodeConnection connection, String cause) {
        connections.remove(connection.id());
        offer(new Input.Closed(connection.id(), cause));
    }

    /** Flushes what a connection was given once this turn of the loop is over. */
    void flushLater(NodeConnection connection) {
        if (unflushed.isEmpty()) {
            loop.execute(this::flush);
        }
        unflushed.add(connection);
    }

    /** Ends every connection at once. */
    void resetAll() {
        List.copyOf(connections.values()).forEach(NodeConnection::reset);
    }

    /** No input, output or alarm from now on. */
    void die() {
        dead = true;
        inputs.clear();
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    private void drain() {
        draining = true;
        try {
            while (!inputs.isEmpty()) {
                handleWaiting();
                driver.settle();
            }
        } catch (RuntimeException fault) {
            die();
            faultHandler.accept(fault);
        } finally {
            current = null;
            draining = false;
        }
        armAlarm();
        publishSoon();
    }

    /** All that wait came at the same time, as good as. */
    private void handleWaiting() {
        long nowNanos = clock.epochNanos();
        for (Input next = inputs.poll(); next != null; next = inputs.poll()) {
            current = next;
            driver.handle(nowNanos, next);
        }
        current = null;
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Dial dial -> {
                if (dialler != null) {
                    dialler.accept(dial.remote());
                }
            }
            case Output.Send send -> {
                NodeConnection connection = connections.get(send.connection());
                if (connection != null) {
                    connection.send(send.frame());
                }
            }
            case Output.Disconnect disconnect -> {
                NodeConnection connection = connections.get(disconnect.connection());
                if (connection != null) {
                    connection.disconnect(disconnect.reason());
                }
            }
            // Openings and closings before this one wait in the same queue, so the answer fits what the node knows by
            // then.
            case Output.ListConnections _ -> offer(new Input.OpenConnections(List.copyOf(connections.keySet())));
            case Output.WakeAt wakeAt -> wishedWakeNanos = wakeAt.epochNanos();
            case Output.RememberBlocks remember -> {
                if (store != null) {
                    store.remember(remember.blocks());
                }
            }
            case Output.RememberPeers remember -> {
                if (store != null) {
                    store.rememberPeers(remember.peers());
                }
            }
            case Output.Recalled recalled -> {
                if (store != null) {
                    store.recalled(recalled.blocks(), recalled.refused());
                }
            }
            case Output.Observed observed -> observer.accept(observed.observation());
        }
    }

    /** A flush may make room, at which the node sends more: that is flushed in the next turn. */
    private void flush() {
        List<NodeConnection> written = unflushed;
        unflushed = new ArrayList<>();
        written.forEach(NodeConnection::flush);
    }

    /** One alarm at most. One that rings too early for the latest wish is set again then; that is cheaper than moving it. */
    private void armAlarm() {
        if (dead || wishedWakeNanos >= alarmNanos) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        alarmNanos = wishedWakeNanos;
        alarm = loop.schedule(this::onAlarm, Math.max(0, alarmNanos - clock.epochNanos()), TimeUnit.NANOSECONDS);
    }

    private void onAlarm() {
        alarm = null;
        alarmNanos = Long.MAX_VALUE;
        if (wishedWakeNanos > clock.epochNanos()) {
            armAlarm();
        } else {
            wishedWakeNanos = Long.MAX_VALUE;
            offer(new Input.WakeUp());
        }
    }

    /** Copies the state for everybody at once. */
    void publish() {
        viewPlanned = false;
        lastViewNanos = clock.epochNanos();
        latest = driver.view(lastViewNanos);
    }
}
