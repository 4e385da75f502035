package org.polytorus.simulator.sim;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The virtual clock and everything that is to happen, in the order of (time, sequence). */
final class EventQueue {
    /** What a message takes from one program to another on one machine, about. None arrives in the instant in which it is sent. */
    static final long LOOPBACK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final long NEVER = Long.MAX_VALUE;

    private final AlarmHeap alarms = new AlarmHeap();
    private final Flights flights = new Flights();
    private long now;
    private long sequence;
    private long happened;

    EventQueue(long startNanos) {
        now = startNanos;
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
        flights.add(now + LOOPBACK_NANOS, sequence++, to, thing);
    }

    /** When the next event happens, or {@link Long#MAX_VALUE} if none is to come. */
    long nextNanos() {
        Alarm first = alarms.first();
        long alarmNanos = first == null ? NEVER : first.atNanos;
        return flights.isEmpty() ? alarmNanos : Math.min(alarmNanos, flights.firstNanos());
    }

    /** Lets the next event happen, if there is one that is not later than {@code untilNanos}. */
    boolean runNext(long untilNanos) {
        Alarm alarm = alarms.first();
        if (isFlightNext(alarm)) {
            if (flights.firstNanos() > untilNanos) {
                return false;
            }
            now = flights.firstNanos();
            happened++;
            flights.landFirst();
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

    private boolean isFlightNext(@Nullable Alarm alarm) {
        if (flights.isEmpty() || alarm == null) {
            return !flights.isEmpty();
        }
        long flightNanos = flights.firstNanos();
        return flightNanos < alarm.atNanos
                || (flightNanos == alarm.atNanos && flights.firstSequence() < alarm.sequence);
    }
}
