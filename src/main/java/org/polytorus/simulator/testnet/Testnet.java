package org.polytorus.simulator.testnet;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A running testnet, on sockets or in virtual time. The window, the command line and everything else talk to this and
 * to nothing below it. Every method may be called from any thread and returns at once.
 */
public interface Testnet extends AutoCloseable {

    /** The latest picture of everything, never null, never changing. */
    TestnetSnapshot snapshot();

    /**
     * Hands a command over. The stage completes when the command has taken effect or was found impossible; it never
     * completes exceptionally for a command that names something unknown, but with a refusal that says why.
     */
    CompletionStage<CommandResult> submit(TestnetCommand command);

    /**
     * The events after a sequence number, oldest first. A bounded number is kept: when {@link TestnetEvent#sequence} of
     * the first is not {@code sequence + 1}, the ones between were overwritten.
     */
    List<TestnetEvent> eventsAfter(long sequence);

    /** The messages seen travelling after a sequence number, oldest first; a bounded, possibly thinned sample. */
    List<MessageFlight> flightsAfter(long sequence);

    /** How to let its time go faster, slower or step by step; empty if the testnet lives in the world's own time. */
    default Optional<VirtualTime> virtualTime() {
        return Optional.empty();
    }

    /** Another side of this testnet, such as a look into its nodes, if it has that. Whoever wraps a testnet hands this on. */
    default <T> Optional<T> side(Class<T> kind) {
        return kind.isInstance(this) ? Optional.of(kind.cast(this)) : Optional.empty();
    }

    /** Ends every node, socket and thread; returns when they are gone. Later calls do nothing. */
    @Override
    void close();
}
