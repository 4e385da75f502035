package org.polytorus.simulator.app.virtual;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A testnet in virtual time, on a thread of its own. Commands take effect in the order in which they come, at the virtual time
 * at which that thread gets to them: for a run that can be repeated, pause it, give them, and let it go on.
 */
public final class SimulatedTestnet implements Testnet {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedTestnet.class);
    private static final int MAX_ORDERS = 1_000;
    private static final long SNAPSHOT_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final CommandResult CLOSED = CommandResult.refused("The testnet is closed. Open it again.");
    private static final CommandResult TOO_MANY =
            CommandResult.refused(MAX_ORDERS + " commands wait to be carried out. Give this one again a little later.");

    private record Order(Supplier<CommandResult> work, CompletableFuture<CommandResult> answer) {}

    private final Simulation simulation;
    private final Pacer pacer;
    private final ArrayBlockingQueue<Order> orders = new ArrayBlockingQueue<>(MAX_ORDERS);
    private final Thread thread = new Thread(this::run, "virtual-time");
    private volatile TestnetSnapshot latest;
    private volatile boolean closed;

    /** Starts every node; time goes on at that pace. */
    public SimulatedTestnet(TestnetSpec spec, Pace pace) {
        simulation = new Simulation(spec, Recorder.NONE, true);
        pacer = new Pacer(simulation, pace);
        latest = simulation.snapshot();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public TestnetSnapshot snapshot() {
        return latest;
    }

    @Override
    public CompletableFuture<CommandResult> submit(TestnetCommand command) {
        return order(() -> simulation.submit(command));
    }

    /** Lets virtual time go on at another pace. */
    public CompletableFuture<CommandResult> setPace(Pace pace) {
        return order(() -> {
            pacer.setPace(pace);
            return CommandResult.DONE;
        });
    }

    /** Lets one event happen; refused if none is to come. */
    public CompletableFuture<CommandResult> step() {
        return order(() -> simulation.step()
                ? CommandResult.DONE
                : CommandResult.refused("Nothing is to happen any more. Start a node."));
    }

    /** Lets one virtual second pass, as fast as it goes. */
    public CompletableFuture<CommandResult> second() {
        return order(() -> {
            simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(1));
            return CommandResult.DONE;
        });
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return simulation.eventsAfter(sequence);
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return simulation.flightsAfter(sequence);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        refuseWaiting();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<CommandResult> order(Supplier<CommandResult> work) {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        if (closed) {
            answer.complete(CLOSED);
        } else if (!orders.offer(new Order(work, answer))) {
            answer.complete(TOO_MANY);
        } else if (closed) {
            refuseWaiting();
        }
        return answer;
    }

    private void refuseWaiting() {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            order.answer().complete(CLOSED);
        }
    }

    private void run() {
        long dueNanos = System.nanoTime();
        long idleNanos = 0;
        try {
            while (!closed) {
                Order order = orders.poll(idleNanos, TimeUnit.NANOSECONDS);
                if (order != null) {
                    CommandResult answer = order.work().get();
                    latest = simulation.snapshot();
                    order.answer().complete(answer);
                }
                idleNanos = pacer.goOn();
                if (System.nanoTime() - dueNanos >= 0) {
                    latest = simulation.snapshot();
                    dueNanos = System.nanoTime() + SNAPSHOT_GAP_NANOS;
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Virtual time ends");
        }
    }
}
