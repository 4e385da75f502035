package org.polytorus.simulator.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet that shows what a test tells it to and notes what it was asked. */
public final class FakeTestnet implements Testnet {
    private final List<TestnetCommand> commands = new CopyOnWriteArrayList<>();
    private final List<TestnetEvent> events = new ArrayList<>();
    private final AtomicInteger closes = new AtomicInteger();
    private volatile TestnetSnapshot snapshot;
    private volatile Function<TestnetCommand, CommandResult> answer = command -> CommandResult.DONE;
    private volatile boolean closedOnFxThread;

    public FakeTestnet(TestnetSnapshot first) {
        snapshot = first;
    }

    /** Shows the changed picture as a newer one, a tenth of a second later. */
    public void publish(UnaryOperator<TestnetSnapshot> change) {
        snapshot = Pictures.next(change.apply(snapshot));
    }

    public void answerWith(Function<TestnetCommand, CommandResult> answering) {
        answer = answering;
    }

    public void add(List<TestnetEvent> happened) {
        synchronized (events) {
            events.addAll(happened);
        }
    }

    /** What was asked so far, oldest first. */
    public List<TestnetCommand> commands() {
        return List.copyOf(commands);
    }

    public int closes() {
        return closes.get();
    }

    public boolean wasClosedOnFxThread() {
        return closedOnFxThread;
    }

    @Override
    public TestnetSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        commands.add(command);
        return CompletableFuture.completedFuture(answer.apply(command));
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        synchronized (events) {
            return events.stream().filter(event -> event.sequence() > sequence).toList();
        }
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return List.of();
    }

    @Override
    public void close() {
        closedOnFxThread |= Platform.isFxApplicationThread();
        closes.incrementAndGet();
    }
}
