package org.polytorus.simulator.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.DrawnGraph.Value;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;

/**
 * What the attributes of an edge ask of a link: latency and jitter ({@code 20ms}, or a number of milliseconds), loss
 * ({@code 1%}, or a share from 0 to 1), bandwidth ({@code 10Mbit/s}, or a number of bits a second). An empty one asks nothing.
 */
final class EdgeAttributes {
    /** As programs write numbers, with as many digits as mean something. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    private EdgeAttributes() {}

    static LinkConditions conditions(Map<String, Value> attributes, Problems problems) {
        Duration latency = duration(attributes, "latency", LinkConditions.MAX_LATENCY, problems);
        return LinkConditions.NONE
                .but()
                .latency(latency)
                .jitter(Jitter.uniform(duration(attributes, "jitter", latency, problems)))
                .loss(share(attributes, problems))
                .bandwidth(bandwidth(attributes, problems))
                .build();
    }

    private static Duration duration(Map<String, Value> attributes, String name, Duration most, Problems problems) {
        Value value = given(attributes, name);
        if (value == null) {
            return Duration.ZERO;
        }
        BigDecimal millis = number(value.text());
        Duration read = millis == null ? Units.duration(value.text()) : ofMillis(millis, most);
        if (read == null || read.compareTo(most) > 0) {
            wrong(
                    value,
                    name,
                    "a time up to " + Units.text(most) + ", such as 20ms, or a number of milliseconds",
                    problems);
            return Duration.ZERO;
        }
        return read;
    }

    /** Null for more than {@code most}. */
    private static @Nullable Duration ofMillis(BigDecimal millis, Duration most) {
        return millis.compareTo(BigDecimal.valueOf(most.toMillis())) > 0
                ? null
                : Duration.ofNanos(millis.multiply(NANOS_PER_MILLI).longValue());
    }

    private static double share(Map<String, Value> attributes, Problems problems) {
        Value value = given(attributes, "loss");
        if (value == null) {
            return 0;
        }
        BigDecimal number = number(value.text());
        Double share = number == null ? Units.percent(value.text()) : Double.valueOf(number.doubleValue());
        if (share == null || !(share >= 0 && share <= 1)) {
            wrong(value, "loss", "a share from 0 to 1, such as 0.01, or 1%", problems);
            return 0;
        }
        return share;
    }

    private static @Nullable Bandwidth bandwidth(Map<String, Value> attributes, Problems problems) {
        Value value = given(attributes, "bandwidth");
        if (value == null) {
            return null;
        }
        BigDecimal bits = number(value.text());
        Bandwidth read = bits == null ? Units.bandwidth(value.text()) : ofBits(bits);
        if (read == null) {
            wrong(value, "bandwidth", "a rate such as 10Mbit/s, or a number of bits a second", problems);
        }
        return read;
    }

    /** Null for less than one bit a second, and for more than any line carries. */
    private static @Nullable Bandwidth ofBits(BigDecimal bits) {
        boolean fits = bits.compareTo(BigDecimal.ONE) >= 0 && bits.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return fits ? new Bandwidth(bits.longValue()) : null;
    }

    private static @Nullable Value given(Map<String, Value> attributes, String name) {
        Value value = attributes.get(name);
        return value == null || value.text().isBlank() ? null : value;
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text.strip()).matches() ? new BigDecimal(text.strip()) : null;
    }

    private static void wrong(Value value, String name, String expectation, Problems problems) {
        problems.error(value.place(), name + ": found " + Texts.quote(value.text()) + ", expected " + expectation);
    }
}
