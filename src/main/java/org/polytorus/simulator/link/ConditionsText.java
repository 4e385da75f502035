package org.polytorus.simulator.link;

import java.util.Locale;
import java.util.StringJoiner;

/** Conditions in a few words, for events and summaries: {@code latency 200 ± 20 ms, loss 1 %}. */
public final class ConditionsText {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int PERCENT = 100;

    private ConditionsText() {}

    /** Never empty. */
    public static String of(LinkConditions conditions) {
        if (conditions.isNone()) {
            return "no fault any more";
        }
        StringJoiner text = new StringJoiner(", ");
        if (conditions.blackHole()) {
            text.add("everything is swallowed");
        }
        addTimes(conditions, text);
        addShare(text, "loss", conditions.loss());
        addShare(text, "duplication", conditions.duplication());
        addShare(text, "corruption", conditions.corruption());
        if (conditions.reordering().probability() > 0) {
            text.add(percent(conditions.reordering().probability()) + " held back "
                    + millis(conditions.reordering().heldBack().toNanos()) + " ms");
        }
        if (conditions.bandwidth() != null) {
            String queue = conditions.queueBytes() == 0 ? "" : " with a queue of " + conditions.queueBytes() + " bytes";
            text.add("bandwidth " + conditions.bandwidth().bitsPerSecond() + " bit/s" + queue);
        }
        Slicing slicing = conditions.slicing();
        if (slicing != null) {
            text.add("pieces of " + slicing.pieceBytes() + " bytes every "
                    + millis(slicing.pause().toNanos()) + " ms");
        }
        return text.toString();
    }

    private static void addTimes(LinkConditions conditions, StringJoiner text) {
        if (conditions.latency().isPositive()) {
            Jitter jitter = conditions.jitter();
            String spread =
                    jitter.isNone() ? "" : " ± " + millis(jitter.spread().toNanos());
            String shape = jitter.shape() == Jitter.Shape.NORMAL && !jitter.isNone() ? " (normal)" : "";
            text.add("latency " + millis(conditions.latency().toNanos()) + spread + " ms" + shape);
        }
        if (conditions.closeDelay().isPositive()) {
            text.add("close " + millis(conditions.closeDelay().toNanos()) + " ms later");
        }
    }

    private static void addShare(StringJoiner text, String what, double share) {
        if (share > 0) {
            text.add(what + " " + percent(share));
        }
    }

    private static String percent(double share) {
        return number(share * PERCENT) + " %";
    }

    private static String millis(long nanos) {
        return number(nanos / NANOS_PER_MILLI);
    }

    /** At most two digits behind the point, and no zero at the end. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
