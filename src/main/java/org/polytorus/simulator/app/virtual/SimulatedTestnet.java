package org.polytorus.simulator.app.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.VirtualClock;
import org.polytorus.simulator.testnet.VirtualTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A testnet in virtual time, on a thread of its own. Commands take effect in the order in which they come, at the virtual time
 * at which that thread gets to them: for a run that can be repeated, pause it, give them, and let it go on.
 */
public final class SimulatedTestnet implements Testnet, VirtualTime {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedTestnet.class);
    private static final int MAX_ORDERS = 1_000;
    /** Seconds that may still be to pass when another is asked for. */
    private static final int MAX_SECONDS_AHEAD = 60;

    private static final CommandResult CLOSED = CommandResult.refused("The testnet is closed. Open it again.");
    private static final CommandResult TOO_MANY =
            CommandResult.refused(MAX_ORDERS + " commands wait to be carried out. Give this one again a little later.");
    private static final CommandResult TOO_FAR = CommandResult.refused(
            MAX_SECONDS_AHEAD + " seconds are still to pass. Ask for another when they are over.");
    private static final CommandResult NOTHING_TO_COME =
            CommandResult.refused("Nothing is to happen any more. Start a node.");

    private record Order(Runnable work, CompletableFuture<CommandResult> answer) {}

    private record Answer(CompletableFuture<CommandResult> to, CommandResult result) {}

    private final StepWitness witness = new StepWitness();
    private final Simulation simulation;
    private final Pacer pacer;
    private final Pictures pictures;
    private final ArrayBlockingQueue<Order> orders = new ArrayBlockingQueue<>(MAX_ORDERS);
    private final Thread thread = new Thread(this::run, "virtual-time");
    /** Given as soon as a picture shows what came of the commands; never more than {@link #MAX_ORDERS}. */
    private final List<Answer> answers = new ArrayList<>();

    private final List<CompletableFuture<CommandResult>> waitForGoal = new ArrayList<>();
    private volatile VirtualClock clock;
    private volatile CommandResult refusal = CLOSED;
    private volatile boolean closed;

    /** Starts every node; time goes on at that pace. */
    public SimulatedTestnet(TestnetSpec spec, Pace pace) {
        simulation = new Simulation(spec, witness, true);
        pacer = new Pacer(simulation, pace);
        pictures = new Pictures(simulation);
        clock = pacer.clock();
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public TestnetSnapshot snapshot() {
        return pictures.latest();
    }

    @Override
    public CompletableFuture<CommandResult> submit(TestnetCommand command) {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        return order(() -> answers.add(new Answer(answer, simulation.submit(command))), answer);
    }

    @Override
    public Optional<VirtualTime> virtualTime() {
        return Optional.of(this);
    }

    @Override
    public VirtualClock now() {
        return clock;
    }

    @Override
    public CompletableFuture<CommandResult> setPace(Pace pace) {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        return order(
                () -> {
                    change(pace);
                    answers.add(new Answer(answer, CommandResult.DONE));
                },
                answer);
    }

    @Override
    public CompletableFuture<CommandResult> stepEvent() {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        return order(
                () -> {
                    change(new Pace.Paused());
                    witness.begin();
                    boolean happened = simulation.step();
                    String heard = witness.end();
                    answers.add(new Answer(answer, happened ? CommandResult.doneSaying(heard) : NOTHING_TO_COME));
                },
                answer);
    }

    @Override
    public CompletableFuture<CommandResult> stepSecond() {
        CompletableFuture<CommandResult> answer = new CompletableFuture<>();
        return order(
                () -> {
                    if (waitForGoal.size() == MAX_SECONDS_AHEAD) {
                        answers.add(new Answer(answer, TOO_FAR));
                    } else {
                        pacer.pauseAfter(TimeUnit.SECONDS.toNanos(1));
                        waitForGoal.add(answer);
                    }
                },
                answer);
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

    private CompletableFuture<CommandResult> order(Runnable work, CompletableFuture<CommandResult> answer) {
        if (closed) {
            answer.complete(refusal);
        } else if (!orders.offer(new Order(work, answer))) {
            answer.complete(TOO_MANY);
        } else if (closed) {
            refuseWaiting();
        }
        return answer;
    }

    private void refuseWaiting() {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            order.answer().complete(refusal);
        }
    }

    private void run() {
        try {
            long idleNanos = 0;
            while (!closed) {
                Order order = orders.poll(idleNanos, TimeUnit.NANOSECONDS);
                if (order != null) {
                    carryOut(order);
                }
                idleNanos = pacer.goOn();
                reachGoal();
                clock = pacer.clock();
                pictures.takeIfDue();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Virtual time ends");
        } catch (RuntimeException broken) {
            breakDown(broken);
        } finally {
            answers.forEach(answer -> answer.to().complete(answer.result()));
            waitForGoal.forEach(waiting -> waiting.complete(refusal));
        }
    }

    /** What waits together is carried out together, and one picture shows it. */
    private void carryOut(Order first) {
        int more = orders.size();
        for (Order order = first; order != null; order = more-- > 0 ? orders.poll() : null) {
            order.work().run();
        }
        clock = pacer.clock();
        giveAnswers();
    }

    private void change(Pace pace) {
        pacer.setPace(pace);
        waitForGoal.forEach(waiting -> answers.add(new Answer(waiting, CommandResult.DONE)));
        waitForGoal.clear();
    }

    private void reachGoal() {
        if (!waitForGoal.isEmpty() && !pacer.hasGoal()) {
            waitForGoal.forEach(waiting -> answers.add(new Answer(waiting, CommandResult.DONE)));
            waitForGoal.clear();
            clock = pacer.clock();
            giveAnswers();
        }
    }

    private void giveAnswers() {
        if (!answers.isEmpty()) {
            pictures.take();
            answers.forEach(answer -> answer.to().complete(answer.result()));
            answers.clear();
        }
    }

    /** A fault of the program: the last picture stays and says so, and nothing goes on. */
    private void breakDown(RuntimeException broken) {
        LOG.error("The simulation failed", broken);
        String problem = "Virtual time has stopped, since the simulation failed: " + broken
                + ". This is a fault of the program; the log has more. Open the testnet again.";
        refusal = CommandResult.refused(problem);
        closed = true;
        refuseWaiting();
        pictures.takeWith(problem);
    }
}
