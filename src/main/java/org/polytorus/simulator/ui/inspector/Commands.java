package org.polytorus.simulator.ui.inspector;

import java.util.function.Consumer;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Where the inspector's buttons send what they want. */
@FunctionalInterface
public interface Commands {

    /** Hands a command to the testnet; {@code answer} is called on the FX thread when the testnet has answered. */
    void submit(TestnetCommand command, Consumer<CommandResult> answer);
}
