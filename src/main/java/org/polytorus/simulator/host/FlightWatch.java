package org.polytorus.simulator.host;

/** Sees messages set out on one direction of a link. */
@FunctionalInterface
public interface FlightWatch {
    /** Nobody looks. */
    FlightWatch NOBODY = (_, _) -> {};

    /** Takes the tag as it stands on the wire. */
    void saw(int tag, long travelNanos);
}
