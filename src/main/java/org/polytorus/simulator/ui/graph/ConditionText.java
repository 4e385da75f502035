package org.polytorus.simulator.ui.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.testnet.LinkSnapshot;

/** What is asked of a link in few words: {@code 200 ms · 5 % loss}; {@code 200/50 ms} when the directions differ. */
final class ConditionText {
    /** More would cover the nodes of a short link. */
    private static final int MOST_ON_A_LINK = 2;

    private ConditionText() {}

    /** All conditions; empty when nothing is asked of the link. */
    static String of(LinkSnapshot link) {
        return String.join(" · ", parts(link));
    }

    /** The first conditions and how many more there are, for the picture. */
    static String shortened(LinkSnapshot link) {
        List<String> parts = parts(link);
        int more = parts.size() - MOST_ON_A_LINK;
        return more <= 0 ? of(link) : String.join(" · ", parts.subList(0, MOST_ON_A_LINK)) + " +" + more;
    }

    private static List<String> parts(LinkSnapshot link) {
        LinkConditions there = link.aToB().requested();
        LinkConditions back = link.bToA().requested();
        List<String> parts = new ArrayList<>();
        addBlackHole(parts, there.blackHole(), back.blackHole());
        add(parts, there, back, c -> millis(c.latency()), "0", " ms");
        add(parts, there, back, c -> percent(c.loss()), "0", " % loss");
        add(parts, there, back, ConditionText::bandwidth, "", "");
        add(parts, there, back, c -> millis(c.jitter().spread()), "0", " ms jitter");
        add(parts, there, back, c -> percent(c.corruption()), "0", " % corrupted");
        add(parts, there, back, c -> percent(c.duplication()), "0", " % twice");
        add(parts, there, back, c -> percent(c.reordering().probability()), "0", " % reordered");
        add(parts, there, back, ConditionText::pieces, "", " B pieces");
        add(parts, there, back, c -> millis(c.closeDelay()), "0", " ms late close");
        return parts;
    }

    private static void addBlackHole(List<String> parts, boolean there, boolean back) {
        if (there || back) {
            parts.add(there && back ? "black hole" : "black hole " + (there ? "there" : "back"));
        }
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

    private static String percent(double share) {
        return number(share * 100);
    }

    private static String pieces(LinkConditions conditions) {
        Slicing slicing = conditions.slicing();
        return slicing == null ? "" : Integer.toString(slicing.pieceBytes());
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
