package org.polytorus.simulator.app.scenario;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * A simulation as a testnet, unlike others for nobody but the thread that lets its time go on: a command has taken effect when it
 * was handed over, at that very virtual time, and every snapshot is a new one, of now.
 */
record VirtualTestnet(Simulation simulation) implements Testnet {

    @Override
    public TestnetSnapshot snapshot() {
        return simulation.snapshot();
    }

    @Override
    public CompletableFuture<CommandResult> submit(TestnetCommand command) {
        return CompletableFuture.completedFuture(simulation.submit(command));
    }

    @Override
    public List<TestnetEvent> eventsAfter(long sequence) {
        return simulation.eventsAfter(sequence);
    }

    @Override
    public List<MessageFlight> flightsAfter(long sequence) {
        return simulation.flightsAfter(sequence);
    }

    /** There is nothing to end: nothing happens unless somebody lets it. */
    @Override
    public void close() {}
}
