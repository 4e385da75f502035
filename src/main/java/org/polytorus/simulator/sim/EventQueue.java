package org.polytorus.simulator.sim;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.sim.Calendar.Flight;

/** The virtual clock and everything that is to happen, in the order of (time, sequence). */
final class EventQueue {
    /** What a message takes from one program to another on one machine, about. None arrives in the instant in which it is sent. */
    static final long LOOPBACK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    /** What is longer on its link is not carried by this queue. */
    static final long LONGEST_ON_LINK_NANOS = Calendar.HORIZON_NANOS - LOOPBACK_NANOS;

    private static final long NEVER = Long.MAX_VALUE;

    private final AlarmHeap alarms = new AlarmHeap();
    private final Calendar calendar;
    private long now;
    private long sequence;
    private long happened;

    EventQueue(long startNanos) {
        now = startNanos;
        calendar = new Calendar(startNanos);
    }

    /** Nanoseconds since the Unix epoch, of this queue's own. */
    long now() {
        return now;
    }

    /** How many events have happened. */
    long happened() {
        return happened;
    }

    /** Lets the alarm ring at that time, or now if it is past, after what was asked for before. */
    void set(Alarm alarm, long atNanos) {
        alarm.atNanos = Math.max(now, atNanos);
        alarm.sequence = sequence++;
        alarms.put(alarm);
    }

    void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Lets something arrive as soon as the machine allows. */
    void fly(WireEnd to, Object thing) {
        calendar.add(new Flight(now + LOOPBACK_NANOS, sequence++, to, thing, false), now);
    }

    /**
     * Lets something arrive that leaves its link at that time.
     *
     * @param leavesNanos at most {@link #LONGEST_ON_LINK_NANOS} from now
     */
    void carry(WireEnd to, Object thing, long leavesNanos) {
        calendar.add(new Flight(leavesNanos + LOOPBACK_NANOS, sequence++, to, thing, true), now);
    }

    /** The turn of what is asked for next. */
    long nextSequence() {
        return sequence;
    }

    /** When the next event happens, or {@link Long#MAX_VALUE} if none is to come. */
    long nextNanos() {
        Alarm first = alarms.first();
        return Math.min(first == null ? NEVER : first.atNanos, calendar.firstNanos());
    }

    /** Lets the next event happen, if there is one that is not later than {@code untilNanos}. */
    boolean runNext(long untilNanos) {
        Alarm alarm = alarms.first();
        Flight flight = calendar.firstBy(alarm == null ? untilNanos : Math.min(untilNanos, alarm.atNanos));
        if (flight != null && !isBefore(alarm, flight)) {
            calendar.removeFirst();
            now = flight.atNanos;
            happened++;
            flight.to.arrive(flight);
            return true;
        }
        if (alarm == null || alarm.atNanos > untilNanos) {
            return false;
        }
        now = alarm.atNanos;
        happened++;
        alarms.remove(alarm);
        alarm.ring();
        return true;
    }

    /** Lets everything happen up to and at that time, at which the clock then stands. */
    void runUntil(long untilNanos) {
        while (runNext(untilNanos)) {
            // Each step does its own work.
        }
        now = Math.max(now, untilNanos);
    }

    private static boolean isBefore(@Nullable Alarm alarm, Flight flight) {
        return alarm != null && alarm.atNanos == flight.atNanos && alarm.sequence < flight.sequence;
    }
}
