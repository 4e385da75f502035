package org.polytorus.simulator.testnet;

/** What became of a command: done, or refused with the reason and what to do. */
public record CommandResult(boolean done, String message) {
    public static final CommandResult DONE = new CommandResult(true, "");

    public static CommandResult refused(String message) {
        return new CommandResult(false, message);
    }
}
