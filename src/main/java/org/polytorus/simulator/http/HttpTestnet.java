package org.polytorus.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.VirtualTime;

/** A testnet with HTTP interfaces: their problems stand among its own, and they end with it. */
record HttpTestnet(Testnet nodes, HttpInterfaces interfaces) implements Testnet {
    @Override
    public TestnetSnapshot snapshot() {
        TestnetSnapshot picture = nodes.snapshot();
        List<String> added = interfaces.problems();
        if (added.isEmpty()) {
            return picture;
        }
        List<String> problems = new ArrayList<>(picture.problems());
        problems.addAll(added);
        return picture.withProblems(problems);
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        return nodes.submit(command);
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return nodes.eventsAfter(sequence);
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return nodes.flightsAfter(sequence);
    }

    @Override
    public Optional<VirtualTime> virtualTime() {
        return nodes.virtualTime();
    }

    @Override
    public <T> Optional<T> side(Class<T> kind) {
        return nodes.side(kind);
    }

    @Override
    public void close() {
        interfaces.close();
        nodes.close();
    }
}
