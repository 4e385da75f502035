package org.polytorus.simulator.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** A testnet that sends more with every look at it, until it is told to stop mining and making transactions. */
public final class FakeTestnet implements Testnet {
    private final List<TestnetCommand> commands = new CopyOnWriteArrayList<>();
    private final List<TestnetEvent> events = new ArrayList<>();
    private TestnetSnapshot snapshot;
    private boolean restless;
    private boolean closed;

    public FakeTestnet(TestnetSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Goes on sending whatever it is told, so that the two ends of a link never agree. */
    public FakeTestnet restless() {
        restless = true;
        return this;
    }

    public FakeTestnet withEvents(List<TestnetEvent> added) {
        events.addAll(added);
        return this;
    }

    public List<TestnetCommand> commands() {
        return commands;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized TestnetSnapshot snapshot() {
        boolean stopped = commands.contains(new TestnetCommand.SetMining(false))
                && commands.contains(new TestnetCommand.SetTraffic(false));
        if (restless || !stopped) {
            snapshot = Snapshots.later(snapshot, new NetworkStats(0, 0, 10, 10, 1000, 1000, 0, 0));
        }
        if (restless) {
            snapshot = Snapshots.sending(snapshot);
        }
        return snapshot;
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        commands.add(command);
        return CompletableFuture.completedStage(CommandResult.DONE);
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return events.stream().filter(event -> event.sequence() > sequence).toList();
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
