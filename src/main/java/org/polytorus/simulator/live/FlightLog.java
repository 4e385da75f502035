package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.testnet.MessageFlight;

/** The messages seen travelling lately: a ring that event loops write and the window reads, without a lock. */
final class FlightLog {
    /** Flights that are kept; at 60 pictures a second even a flood on every link of a small testnet fits. */
    static final int CAPACITY = 4_096;

    private final AtomicReferenceArray<MessageFlight> ring = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong last = new AtomicLong();

    void add(LinkId link, Direction direction, MessageKind kind, long departedNanos, long travelNanos) {
        long sequence = last.incrementAndGet();
        ring.set(slot(sequence), new MessageFlight(sequence, link, direction, kind, departedNanos, travelNanos));
    }

    List<MessageFlight> after(long sequence) {
        long newest = last.get();
        List<MessageFlight> flights = new ArrayList<>();
        for (long wanted = Math.max(sequence + 1, newest - CAPACITY + 1); wanted <= newest; wanted++) {
            MessageFlight flight = wanted < 1 ? null : ring.get(slot(wanted));
            if (flight != null && flight.sequence() == wanted) {
                flights.add(flight);
            }
        }
        return flights;
    }

    private static int slot(long sequence) {
        return (int) (sequence % CAPACITY);
    }
}
