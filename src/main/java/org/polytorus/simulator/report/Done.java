package org.polytorus.simulator.report;

import java.time.Duration;

/** A step of a scenario that was begun. */
public record Done(Duration at, String text) {}
