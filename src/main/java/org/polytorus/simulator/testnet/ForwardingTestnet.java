package org.polytorus.simulator.testnet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A testnet that leaves to another one what it does not do itself. */
public interface ForwardingTestnet extends Testnet {

    /** The other one, always the same. */
    Testnet inner();

    @Override
    default TestnetSnapshot snapshot() {
        return inner().snapshot();
    }

    @Override
    default CompletionStage<CommandResult> submit(TestnetCommand command) {
        return inner().submit(command);
    }

    @Override
    default List<TestnetEvent> eventsAfter(long sequence) {
        return inner().eventsAfter(sequence);
    }

    @Override
    default List<MessageFlight> flightsAfter(long sequence) {
        return inner().flightsAfter(sequence);
    }

    @Override
    default Optional<VirtualTime> virtualTime() {
        return inner().virtualTime();
    }

    @Override
    default <T> Optional<T> side(Class<T> kind) {
        return inner().side(kind);
    }

    @Override
    default void close() {
        inner().close();
    }
}
