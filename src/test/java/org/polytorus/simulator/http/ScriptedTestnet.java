package org.polytorus.simulator.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet that shows what it is given and answers as it is told. */
final class ScriptedTestnet implements Testnet {
    private final List<TestnetCommand> commands = new CopyOnWriteArrayList<>();
    private volatile TestnetSnapshot snapshot;
    private volatile Function<TestnetCommand, CompletionStage<CommandResult>> script =
            _ -> CompletableFuture.completedStage(CommandResult.DONE);
    private volatile boolean closed;

    ScriptedTestnet(TestnetSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    void show(TestnetSnapshot next) {
        snapshot = next;
    }

    void answer(CommandResult result) {
        script = _ -> CompletableFuture.completedStage(result);
    }

    void answerWith(Function<TestnetCommand, CompletionStage<CommandResult>> next) {
        script = next;
    }

    List<TestnetCommand> commands() {
        return commands;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public TestnetSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        commands.add(command);
        return script.apply(command);
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return List.of();
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }
}
