package org.polytorus.simulator.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/** Durations, bandwidths and shares as people write them. Whatever is anything else gives null. */
final class Units {
    /** Digits enough for every value in any bound, and few enough to be exact in a long. */
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,6})?)";

    private static final Pattern DURATION = Pattern.compile(NUMBER + " ?(ms|s|m|h)");
    private static final Pattern BANDWIDTH = Pattern.compile(NUMBER + " ?([kKMG]?)(bit|B)/s");
    private static final Pattern BYTES = Pattern.compile(NUMBER + " ?(|k|Ki|M|Mi|G|Gi)B/s");
    private static final Pattern PERCENT = Pattern.compile(NUMBER + " ?%");
    private static final int BITS_PER_BYTE = 8;

    private Units() {}

    /** {@code 200ms}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
    static @Nullable Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        long nanosPerUnit = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(1).toNanos();
            case "s" -> Duration.ofSeconds(1).toNanos();
            case "m" -> Duration.ofMinutes(1).toNanos();
            default -> Duration.ofHours(1).toNanos();
        };
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosPerUnit));
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
        return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
    }

    /** As {@link #duration} reads it, in the largest unit that needs no fraction, or in milliseconds. */
    static String text(Duration duration) {
        if (duration.toNanos() % Duration.ofMillis(1).toNanos() != 0) {
            return BigDecimal.valueOf(duration.toNanos(), 6)
                            .stripTrailingZeros()
                            .toPlainString() + "ms";
        }
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSeconds() % 60 != 0 || duration.isZero()) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutes() % 60 != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
    }

    /** {@code 512kbit/s}, {@code 10Mbit/s}, {@code 1.5MB/s}; k is 1,000, and a B is 8 bits. */
    static @Nullable Bandwidth bandwidth(String text) {
        Matcher matcher = BANDWIDTH.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        long factor = switch (matcher.group(2)) {
            case "k", "K" -> 1_000L;
            case "M" -> 1_000_000L;
            case "G" -> 1_000_000_000L;
            default -> 1L;
        };
        long bits = matcher.group(3).equals("B") ? factor * BITS_PER_BYTE : factor;
        long rate = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(bits))
                .longValue();
        return rate < 1 ? null : new Bandwidth(rate);
    }

    /** {@code 64KiB/s}, {@code 1MiB/s}, {@code 500kB/s}; k is 1,000 and Ki 1,024. */
    static @Nullable Long bytesPerSecond(String text) {
        Matcher matcher = BYTES.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        long factor = switch (matcher.group(2)) {
            case "k" -> 1_000L;
            case "M" -> 1_000_000L;
            case "G" -> 1_000_000_000L;
            case "Ki" -> 1L << 10;
            case "Mi" -> 1L << 20;
            case "Gi" -> 1L << 30;
            default -> 1L;
        };
        return new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(factor))
                .longValue();
    }

    /** {@code 1%} as 0.01. */
    static @Nullable Double percent(String text) {
        Matcher matcher = PERCENT.matcher(text.strip());
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : null;
    }
}
