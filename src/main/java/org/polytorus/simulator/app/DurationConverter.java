package org.polytorus.simulator.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as {@code 500ms}, {@code 30s}, {@code 1.5m} or {@code 1h30m} for picocli. */
public final class DurationConverter implements ITypeConverter<Duration> {
    public static final Duration MAX = Duration.ofDays(30);

    private static final Pattern PART = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + "){1,4}");

    @Override
    public Duration convert(String text) {
        String trimmed = text.strip();
        if (!WHOLE.matcher(trimmed).matches()) {
            throw new TypeConversionException(
                    "write a duration as a number and a unit (ms, s, m, h) like 30s; found \"" + text + "\"");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(trimmed);
        while (part.find()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanosPerUnit(part.group(2)))));
        }
        if (nanos.signum() <= 0 || nanos.compareTo(BigDecimal.valueOf(MAX.toNanos())) > 0) {
            throw new TypeConversionException(
                    "a duration is more than 0 and at most " + MAX.toDays() + " days; found \"" + text + "\"");
        }
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.UP).longValueExact());
    }

    private static long nanosPerUnit(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> throw new IllegalArgumentException("Not a unit of time: " + unit);
        };
    }
}
