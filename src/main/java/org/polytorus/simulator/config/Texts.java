package org.polytorus.simulator.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values appear in messages, and what a misspelt key was meant to be. */
final class Texts {
    private static final int MAX_EXCERPT = 60;
    /** Longer words are not compared: nobody misspells a key of ours into one. */
    private static final int MAX_COMPARED = 40;

    private Texts() {}

    /** In quotes, shortened, and with nothing that a terminal would obey. */
    static String quote(String text) {
        return '"' + excerpt(text) + '"';
    }

    /** Shortened, on one line, and with nothing that a terminal would obey. */
    static String excerpt(String text) {
        StringBuilder shown = new StringBuilder();
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (length++ == MAX_EXCERPT) {
                return shown.append('…').toString();
            }
            appendShown(shown, text.codePointAt(i));
        }
        return shown.toString();
    }

    /** In full, with nothing that a terminal would obey. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> appendShown(shown, codePoint));
        return shown.toString();
    }

    /** A part of a sentence that says what {@code word} was perhaps meant to be, or nothing. */
    static String didYouMean(String word, Collection<String> known) {
        String nearest = nearest(word, known);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    private static void appendShown(StringBuilder shown, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> shown.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
            default -> shown.appendCodePoint(codePoint);
        }
    }

    private static @Nullable String nearest(String word, Collection<String> known) {
        if (word.length() > MAX_COMPARED) {
            return null;
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            String one = plain(word);
            String other = plain(candidate);
            if (Math.abs(one.length() - other.length()) > allowed(candidate)) {
                continue;
            }
            int distance = distance(one, other);
            if (distance < least && distance <= allowed(candidate)) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    private static int allowed(String candidate) {
        return candidate.length() <= 4 ? 1 : Math.max(2, candidate.length() / 4);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** The fewest letters to add, drop, change or swap with their neighbour. */
    private static int distance(String one, String other) {
        int[][] distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : leastStep(distances, one, i, other, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int leastStep(int[][] distances, String one, int i, String other, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int changed = distances[i - 1][j - 1] + (same ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
