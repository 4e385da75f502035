package org.polytorus.simulator.app.scenario;

import java.time.Duration;

/** The clock that a scenario runs by: the real one, or one that makes its testnet's time pass when it is told to. */
public interface Clocked {

    /** How much time has passed since the scenario began. */
    Duration elapsed();

    /** Returns when so much has passed since the start, with true; or with false when the run is to end. */
    boolean sleepUntil(Duration time) throws InterruptedException;
}
