package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/** Gives commands to a testnet as tests do, which wait for the answer. */
public final class Commands {
    private static final int PATIENCE_SECONDS = 20;

    private Commands() {}

    /** What the testnet answers. */
    public static CommandResult submit(Testnet testnet, TestnetCommand command) {
        return testnet.submit(command)
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Fails unless the testnet does it and has nothing more to say. */
    public static void done(Testnet testnet, TestnetCommand command) {
        assertThat(submit(testnet, command)).isEqualTo(CommandResult.DONE);
    }
}
