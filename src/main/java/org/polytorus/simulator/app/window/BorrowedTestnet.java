package org.polytorus.simulator.app.window;

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

/** A testnet that somebody else started and will close. */
record BorrowedTestnet(Testnet owned) implements Testnet {
    @Override
    public TestnetSnapshot snapshot() {
        return owned.snapshot();
    }

    @Override
    public CompletionStage<CommandResult> submit(TestnetCommand command) {
        return owned.submit(command);
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return owned.eventsAfter(sequence);
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return owned.flightsAfter(sequence);
    }

    @Override
    public Optional<VirtualTime> virtualTime() {
        return owned.virtualTime();
    }

    /** Does nothing: the owner closes it. */
    @Override
    public void close() {}
}
