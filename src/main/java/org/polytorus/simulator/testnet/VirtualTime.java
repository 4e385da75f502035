package org.polytorus.simulator.testnet;

import java.util.concurrent.CompletionStage;

/**
 * The time of a testnet whose time is its own: it goes faster or slower than the world's, stands still, or goes on step by step.
 * Every method may be called from any thread and returns at once. The stages complete when the picture shows what came of it, and
 * never exceptionally.
 */
public interface VirtualTime {

    /** How it goes at this moment. */
    VirtualClock now();

    /** Lets it go at another pace from now on. */
    CompletionStage<CommandResult> setPace(Pace pace);

    /** Pauses it and lets one event happen; the answer's message says which. Refused if nothing is to happen any more. */
    CompletionStage<CommandResult> stepEvent();

    /** Pauses it and lets exactly one second pass, as fast as it goes, unless another pace is asked for meanwhile. */
    CompletionStage<CommandResult> stepSecond();
}
