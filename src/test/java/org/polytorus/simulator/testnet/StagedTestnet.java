package org.polytorus.simulator.testnet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A testnet that shows what it is given, notes what it is asked and answers as it is told. May be used from any thread. */
public class StagedTestnet implements Testnet {
    private final List<TestnetCommand> commands = new CopyOnWriteArrayList<>();
    private final List<TestnetEvent> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger closes = new AtomicInteger();
    private volatile TestnetSnapshot snapshot;
    private volatile Function<TestnetCommand, CompletionStage<CommandResult>> script =
            command -> CompletableFuture.completedStage(CommandResult.DONE);

    public StagedTestnet(TestnetSnapshot first) {
        snapshot = first;
    }

    public final void show(TestnetSnapshot next) {
        snapshot = next;
    }

    /** What is shown, without any of what a look at it does. */
    protected final TestnetSnapshot shown() {
        return snapshot;
    }

    public final void answer(CommandResult result) {
        answerWith(command -> result);
    }

    public final void answerWith(Function<TestnetCommand, CommandResult> answers) {
        answerLater(command -> CompletableFuture.completedStage(answers.apply(command)));
    }

    public final void answerLater(Function<TestnetCommand, CompletionStage<CommandResult>> next) {
        script = next;
    }

    public final void add(List<TestnetEvent> happened) {
        events.addAll(happened);
    }

    /** What was asked so far, oldest first. */
    public final List<TestnetCommand> commands() {
        return List.copyOf(commands);
    }

    public final int closes() {
        return closes.get();
    }

    public final boolean isClosed() {
        return closes() > 0;
    }

    @Override
    public TestnetSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public final CompletionStage<CommandResult> submit(TestnetCommand command) {
        commands.add(command);
        return script.apply(command);
    }

    @Override
    public final List<TestnetEvent> eventsAfter(long sequence) {
        return events.stream().filter(event -> event.sequence() > sequence).toList();
    }

    @Override
    public final List<MessageFlight> flightsAfter(long sequence) {
        return List.of();
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }
}
