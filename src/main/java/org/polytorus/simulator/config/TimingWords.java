package org.polytorus.simulator.config;

import java.time.Duration;
import org.polytorus.simulator.config.Sentence.UnclearException;
import org.polytorus.simulator.scenario.Timing;

/**
 * Reads when something is expected: {@code at 20s}, {@code within 10s after heal}, {@code always}, {@code always after split},
 * {@code always before heal}, {@code always between split and heal}; at the end if nothing is said.
 */
final class TimingWords {
    private static final String EXPECTATION = "the end of the sentence, or when: \"at 20s\", \"within 10s after heal\","
            + " \"always\", \"always after …\", \"always before …\", \"always between … and …\"";

    private TimingWords() {}

    static Timing read(Sentence words, Moments moments) throws UnclearException {
        Timing timing = timing(words, moments);
        if (!words.atEnd()) {
            throw Sentence.unclear(words.next(), EXPECTATION, "");
        }
        if (timing.until().compareTo(moments.end()) > 0) {
            throw new UnclearException("found a time after the end of the scenario (" + Units.text(timing.until())
                    + "), expected one not later than its duration, which is " + Units.text(moments.end()));
        }
        if (timing.from().compareTo(timing.until()) > 0) {
            throw new UnclearException("found a time that ends (" + Units.text(timing.until()) + ") before it begins ("
                    + Units.text(timing.from()) + "), expected it the other way round");
        }
        return timing;
    }

    private static Timing timing(Sentence words, Moments moments) throws UnclearException {
        if (words.takes("at")) {
            return new Timing.At(after(words, moments));
        }
        if (words.takes("within")) {
            String word = words.take("a time such as 10s");
            Duration span = Units.duration(word);
            if (span == null) {
                throw Sentence.unclear(word, "a time with its unit, such as 10s", "");
            }
            Duration start = words.takes("after") ? after(words, moments) : Duration.ZERO;
            return new Timing.Within(start, start.plus(span));
        }
        if (words.takes("always")) {
            return always(words, moments);
        }
        return new Timing.At(moments.end());
    }

    private static Timing always(Sentence words, Moments moments) throws UnclearException {
        if (words.takes("after")) {
            return new Timing.Always(after(words, moments), moments.end());
        }
        if (words.takes("before")) {
            return new Timing.Always(Duration.ZERO, before(words, moments));
        }
        if (words.takes("between")) {
            Duration start = after(words, moments);
            words.require("and");
            return new Timing.Always(start, before(words, moments));
        }
        return new Timing.Always(Duration.ZERO, moments.end());
    }

    private static Duration after(Sentence words, Moments moments) throws UnclearException {
        String word = words.take(Moments.EXPECTATION);
        Duration moment = moments.after(word);
        if (moment == null) {
            throw Sentence.unclear(word, Moments.EXPECTATION, moments.advice(word));
        }
        return moment;
    }

    private static Duration before(Sentence words, Moments moments) throws UnclearException {
        String word = words.take(Moments.EXPECTATION);
        Duration moment = moments.before(word);
        if (moment == null) {
            throw Sentence.unclear(word, Moments.EXPECTATION, moments.advice(word));
        }
        return moment;
    }
}
