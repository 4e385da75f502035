package org.polytorus.simulator.report.html;

import java.util.Locale;

/** Figures as the page writes them. */
final class Numbers {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double TEN = 10;

    private Numbers() {}

    /** A time in milliseconds, or in seconds from ten on; a dash for a negative one, which is not known. */
    static String time(long nanos) {
        if (nanos < 0) {
            return "–";
        }
        double millis = nanos / NANOS_PER_MILLI;
        if (millis >= TEN * THOUSAND) {
            return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
        }
        return millis < TEN
                ? String.format(Locale.ROOT, "%.2f ms", millis)
                : String.format(Locale.ROOT, "%.0f ms", millis);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }

    /** A whole number with its thousands apart. */
    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
    }

    /** A share of one in percent; 0 is a bare one, so that what was not asked for does not catch the eye. */
    static String percent(double share) {
        return share == 0 ? "0" : String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    /** A few digits and a letter for the thousands, for the scale of a chart. */
    static String shortly(double value) {
        if (value >= BILLION) {
            return trimmed(value / BILLION) + " G";
        }
        if (value >= MILLION) {
            return trimmed(value / MILLION) + " M";
        }
        return value >= TEN * THOUSAND ? trimmed(value / THOUSAND) + " k" : trimmed(value);
    }

    /** A coordinate in a drawing. */
    static String at(double value) {
        return trimmed(Math.round(value * TEN) / TEN);
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        String shorter = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return shorter.equals("-0") ? "0" : shorter;
    }
}
