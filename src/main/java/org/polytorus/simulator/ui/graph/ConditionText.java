package org.polytorus.simulator.ui.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.testnet.LinkSnapshot;

/** The few words that stand on a link with conditions: {@code 200 ms · 5 % loss}; {@code 200/50 ms} when they differ. */
final class ConditionText {
    private ConditionText() {}

    /** Empty when nothing is asked of the link. */
    static String of(LinkSnapshot link) {
        LinkConditions there = link.aToB().requested();
        LinkConditions back = link.bToA().requested();
        if (there.isNone() && back.isNone()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, there, back, c -> millis(c.latency()), "0", " ms");
        add(parts, there, back, c -> millis(c.jitter().spread()), "0", " ms jitter");
        add(parts, there, back, c -> number(c.loss() * 100), "0", " % loss");
        add(parts, there, back, ConditionText::bandwidth, "", "");
        return String.join(" · ", parts);
    }

    private static void add(
            List<String> parts,
            LinkConditions there,
            LinkConditions back,
            Function<LinkConditions, String> value,
            String none,
            String unit) {
        String one = value.apply(there);
        String other = value.apply(back);
        if (!one.equals(none) || !other.equals(none)) {
            String dashed = one.equals(other) ? one : orDash(one) + "/" + orDash(other);
            parts.add((unit.equals(" ms jitter") ? "±" : "") + dashed + unit);
        }
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static String millis(Duration duration) {
        return number(duration.toNanos() / 1e6);
    }

    private static String bandwidth(LinkConditions conditions) {
        if (conditions.bandwidth() == null) {
            return "";
        }
        double bits = conditions.bandwidth().bitsPerSecond();
        if (bits >= 1e9) {
            return number(bits / 1e9) + " Gbit/s";
        }
        if (bits >= 1e6) {
            return number(bits / 1e6) + " Mbit/s";
        }
        return bits >= 1e3 ? number(bits / 1e3) + " kbit/s" : number(bits) + " bit/s";
    }

    /** At most one digit behind the point, and none when it is a zero. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
