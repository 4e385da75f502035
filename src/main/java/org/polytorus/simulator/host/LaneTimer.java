package org.polytorus.simulator.host;

/** The clock of a lane, with one alarm. */
public interface LaneTimer {

    long nanoTime();

    /** Runs the task at that time of this clock, instead of what the alarm was set for before. */
    void arm(long atNanos, Runnable task);

    void disarm();
}
