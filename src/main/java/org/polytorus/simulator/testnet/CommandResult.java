package org.polytorus.simulator.testnet;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;

/**
 * What became of a command: done, perhaps with something to say about it, or refused with the reason and what
 * to do.
 *
 * @param transaction the transaction that the command made, or null if it made none
 */
public record CommandResult(
        boolean done, String message, @Nullable Hash transaction) {
    public static final CommandResult DONE = new CommandResult(true, "", null);

    /** Done, and that is what there is to say about it. */
    public static CommandResult doneSaying(String message) {
        return new CommandResult(true, message, null);
    }

    /** The command made a transaction, which is on its way now. */
    public static CommandResult sent(Hash transaction) {
        return new CommandResult(true, "", transaction);
    }

    public static CommandResult refused(String message) {
        return new CommandResult(false, message, null);
    }
}
