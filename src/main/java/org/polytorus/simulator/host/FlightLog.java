package org.polytorus.simulator.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.testnet.MessageFlight;

/** The messages seen travelling lately: a ring that hosts write, thinned, and the window reads. For any thread. */
public final class FlightLog {
    /** Flights that are kept; at 60 pictures a second even a flood on every link of a small testnet fits. */
    static final int CAPACITY = 4_096;

    private final @Nullable MessageFlight[] ring = new MessageFlight[CAPACITY];
    private long last;

    synchronized void add(LinkId link, Direction direction, MessageKind kind, long departedNanos, long travelNanos) {
        last++;
        ring[slot(last)] = new MessageFlight(last, link, direction, kind, departedNanos, travelNanos);
    }

    /** Those after a sequence number that are still kept, oldest first. */
    public synchronized List<MessageFlight> after(long sequence) {
        List<MessageFlight> flights = new ArrayList<>();
        for (long wanted = Math.max(sequence + 1, last - CAPACITY + 1); wanted <= last; wanted++) {
            MessageFlight flight = wanted < 1 ? null : ring[slot(wanted)];
            if (flight != null) {
                flights.add(flight);
            }
        }
        return flights;
    }

    private static int slot(long sequence) {
        return (int) (sequence % CAPACITY);
    }
}
