package org.polytorus.simulator.ui.controls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as a person reads them; the same everywhere in the window. */
public final class Quantities {
    private static final double KILO = 1_000;
    private static final double KIBI = 1_024;
    private static final String[] COUNT_SUFFIXES = {"", " k", " M", " G", " T"};
    private static final String[] BYTE_SUFFIXES = {" B", " KiB", " MiB", " GiB", " TiB"};
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Quantities() {}

    /** Every digit, in groups: {@code 1,234,567}. */
    public static String exact(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** At most three digits and a decimal suffix: {@code 950}, {@code 12.3 k}. */
    public static String count(double value) {
        return scaled(value, KILO, COUNT_SUFFIXES);
    }

    /** At most four digits and a binary suffix: {@code 12.3 KiB}. */
    public static String bytes(double value) {
        return scaled(value, KIBI, BYTE_SUFFIXES);
    }

    /** A measured duration in milliseconds, or a dash before the first measurement (negative). */
    public static String millis(long nanos) {
        if (nanos < 0) {
            return "–";
        }
        double millis = nanos / NANOS_PER_MILLI;
        String pattern = millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%,.0f ms";
        return String.format(Locale.ROOT, pattern, millis);
    }

    /** A span of time in the largest fitting units: {@code 12 s}, {@code 3 min 20 s}. */
    public static String span(long nanos) {
        long seconds = Math.max(0, Math.round(nanos / (double) NANOS_PER_SECOND));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** The local time of day of a moment in nanoseconds since the Unix epoch. */
    public static String timeOfDay(long epochNanos) {
        return TIME_OF_DAY.format(Instant.ofEpochSecond(epochNanos / NANOS_PER_SECOND, epochNanos % NANOS_PER_SECOND));
    }

    /** A span as a stopwatch shows it: {@code 00:01:23.456}. */
    public static String stopwatch(long nanos) {
        Duration span = Duration.ofNanos(Math.max(0, nanos));
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                span.toHours(),
                span.toMinutesPart(),
                span.toSecondsPart(),
                span.toMillisPart());
    }

    /** A number with its noun: {@code 1 node}, {@code 3 nodes}. */
    public static String plural(long number, String noun) {
        return exact(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String scaled(double value, double base, String[] suffixes) {
        double rest = value;
        int step = 0;
        // 999.5 would be written as 1000 with the smaller suffix.
        while (Math.abs(rest) >= base - 0.5 && step < suffixes.length - 1) {
            rest /= base;
            step++;
        }
        boolean whole = rest == Math.rint(rest) || Math.abs(rest) >= 100;
        String pattern = whole ? "%.0f" : Math.abs(rest) < 1 && step == 0 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, pattern, rest) + suffixes[step];
    }
}
