package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a sentence, taken one after the other. A name with blanks in it stands in single quotes. */
final class Sentence {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** What is wrong with a sentence: what was found and expected. */
    static final class UnclearException extends Exception {
        private static final long serialVersionUID = 1;

        UnclearException(String message) {
            super(message);
        }
    }

    private final List<String> words = new ArrayList<>();
    private int position;

    Sentence(String text) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
    }

    boolean atEnd() {
        return position == words.size();
    }

    /** The word that comes next, or an empty one at the end. */
    String next() {
        return atEnd() ? "" : words.get(position);
    }

    /** Takes these words if they come next. */
    boolean takes(String... expected) {
        int end = position + expected.length;
        if (end > words.size() || !words.subList(position, end).equals(List.of(expected))) {
            return false;
        }
        position = end;
        return true;
    }

    /** Takes the next word, which is to be what {@code expectation} says. */
    String take(String expectation) throws UnclearException {
        if (atEnd()) {
            throw new UnclearException("found the end of the sentence, expected " + expectation);
        }
        return words.get(position++);
    }

    /** Takes a word of this spelling. */
    void require(String word) throws UnclearException {
        String found = take("\"" + word + "\"");
        if (!found.equals(word)) {
            throw unclear(found, "\"" + word + "\"", "");
        }
    }

    /** A whole number from 0 on, in digits or as "one". */
    double number() throws UnclearException {
        String word = take("a whole number");
        Double number = numberOf(word);
        if (number == null) {
            throw unclear(word, "a whole number", "");
        }
        return number;
    }

    static @Nullable Double numberOf(String word) {
        if (word.equals("one")) {
            return 1.0;
        }
        return word.matches("[0-9]{1,15}") ? Double.valueOf(word) : null;
    }

    static UnclearException unclear(String found, String expectation, String advice) {
        return new UnclearException("found " + Texts.quote(found) + ", expected " + expectation + advice);
    }
}
