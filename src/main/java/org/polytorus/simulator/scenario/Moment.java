package org.polytorus.simulator.scenario;

import java.time.Duration;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * One look at a testnet during a run.
 *
 * @param elapsed since the start, on whichever clock drives the run
 * @param memoryBytes what the program uses
 */
public record Moment(Duration elapsed, TestnetSnapshot snapshot, long memoryBytes) {}
