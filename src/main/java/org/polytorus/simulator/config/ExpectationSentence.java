package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.Sentence.UnclearException;
import org.polytorus.simulator.model.Counter;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Quantity.Figure;

/** Reads what is expected of a testnet: first what, then when (see {@link TimingWords}). */
final class ExpectationSentence {
    private static final List<Integer> PERCENTILES = List.of(50, 90, 99);
    private static final String COMPARISONS = Arrays.stream(Comparison.values())
            .map(comparison -> "\"" + comparison.text() + "\"")
            .collect(Collectors.joining(", "));
    private static final String FORMS = "a sentence such as \"one tip within 10s after heal\", \"at least 2 groups\","
            + " \"no node more than 2 behind\", \"propagation p90 below 800ms\", \"memory below 512MiB\","
            + " \"counter blocks_propagated above 10\" or \"height of node1 at least 3\"";

    private final Sentence words;
    private final NodeGroups nodes;
    private final Moments moments;

    private ExpectationSentence(String text, NodeGroups nodes, Moments moments) {
        words = new Sentence(text);
        this.nodes = nodes;
        this.moments = moments;
    }

    /** @throws UnclearException that says at which word the sentence cannot be understood */
    static Expectation parse(String text, NodeGroups nodes, Moments moments) throws UnclearException {
        return new ExpectationSentence(text, nodes, moments).expectation(text.strip());
    }

    private Expectation expectation(String text) throws UnclearException {
        if (words.takes("no", "node", "more", "than")) {
            double most = words.number();
            words.require("behind");
            return finish(text, new Quantity.Behind(), Comparison.AT_MOST, most);
        }
        String first = words.next();
        if (first.equals("at") || Sentence.numberOf(first) != null) {
            return counted(text);
        }
        return measured(text, words.take(FORMS));
    }

    /** {@code one tip}, {@code at least 2 groups}. */
    private Expectation counted(String text) throws UnclearException {
        Comparison asked = comparison(words);
        Comparison comparison = asked == null ? Comparison.EQUALS : asked;
        double number = words.number();
        String what = words.take("\"tips\" or \"groups\"");
        return switch (what) {
            case "tip", "tips" -> finish(text, new Quantity.Tips(), comparison, number);
            case "group", "groups" -> finish(text, new Quantity.Groups(), comparison, number);
            default ->
                throw Sentence.unclear(
                        what, "\"tips\" or \"groups\"", Texts.didYouMean(what, List.of("tips", "groups")));
        };
    }

    private Expectation measured(String text, String first) throws UnclearException {
        return switch (first) {
            case "propagation" -> {
                Quantity quantity = new Quantity.Travel(percentile(), travelling());
                Comparison comparison = requireComparison();
                yield finish(text, quantity, comparison, time());
            }
            case "redundant" -> {
                words.require("copies");
                Comparison comparison = requireComparison();
                yield finish(text, new Quantity.RedundantCopies(), comparison, words.number());
            }
            case "memory" -> {
                Comparison comparison = requireComparison();
                yield finish(text, new Quantity.Memory(), comparison, bytes());
            }
            case "counter" -> {
                Quantity quantity = new Quantity.Counted(counter(), ofNode());
                Comparison comparison = requireComparison();
                yield finish(text, quantity, comparison, words.number());
            }
            default -> {
                Quantity quantity = new Figure(figure(first), ofNode());
                Comparison comparison = requireComparison();
                yield finish(text, quantity, comparison, words.number());
            }
        };
    }

    private Expectation finish(String text, Quantity quantity, Comparison comparison, double bound)
            throws UnclearException {
        return new Expectation(text, quantity, comparison, bound, TimingWords.read(words, moments));
    }

    private int percentile() throws UnclearException {
        String word = words.take("p50, p90 or p99");
        for (int percentile : PERCENTILES) {
            if (word.equals("p" + percentile)) {
                return percentile;
            }
        }
        throw Sentence.unclear(word, "p50, p90 or p99", "");
    }

    /** Without a word of it, blocks until they are tips. */
    private Quantity.Travel.What travelling() throws UnclearException {
        if (!words.takes("of")) {
            return Quantity.Travel.What.TIPS;
        }
        String word = words.take("blocks or transactions");
        return switch (word) {
            case "blocks" -> Quantity.Travel.What.BLOCKS;
            case "transactions" -> Quantity.Travel.What.TRANSACTIONS;
            default ->
                throw Sentence.unclear(
                        word, "blocks or transactions", Texts.didYouMean(word, List.of("blocks", "transactions")));
        };
    }

    private double time() throws UnclearException {
        String word = words.take("a time such as 800ms");
        Duration time = Units.duration(word);
        if (time == null) {
            throw Sentence.unclear(word, "a time with its unit, such as 800ms or 1.5s", "");
        }
        return time.toNanos();
    }

    private double bytes() throws UnclearException {
        String word = words.take("an amount such as 512MiB");
        Long bytes = Units.bytesPerSecond(word + "/s");
        if (bytes == null) {
            throw Sentence.unclear(word, "an amount with its unit, such as 512MiB or 1GB", "");
        }
        return bytes;
    }

    private static Counter counterNamed(String word, List<String> names) throws UnclearException {
        for (Counter counter : Counter.values()) {
            if (counter.text().equals(word)) {
                return counter;
            }
        }
        throw Sentence.unclear(word, "one of " + String.join(", ", names), Texts.didYouMean(word, names));
    }

    private Counter counter() throws UnclearException {
        List<String> names = Arrays.stream(Counter.values()).map(Counter::text).toList();
        return counterNamed(words.take("one of " + String.join(", ", names)), names);
    }

    private static Figure.Kind figure(String word) throws UnclearException {
        List<String> names = new ArrayList<>();
        for (Figure.Kind kind : Figure.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) {
                return kind;
            }
            names.add(name);
        }
        names.addAll(List.of("propagation", "redundant copies", "memory", "counter"));
        throw Sentence.unclear(
                word, FORMS + "; figures are " + String.join(", ", names), Texts.didYouMean(word, names));
    }

    private @Nullable NodeName ofNode() throws UnclearException {
        if (!words.takes("of")) {
            return null;
        }
        String name = words.take("the name of a node");
        if (!nodes.isNode(name)) {
            throw Sentence.unclear(name, "the name of a node", nodes.advice(name));
        }
        return new NodeName(name);
    }

    private Comparison requireComparison() throws UnclearException {
        Comparison comparison = comparison(words);
        if (comparison == null) {
            String found = words.take("one of " + COMPARISONS);
            throw Sentence.unclear(found, "one of " + COMPARISONS, "");
        }
        return comparison;
    }

    private static @Nullable Comparison comparison(Sentence words) {
        for (Comparison comparison : Comparison.values()) {
            if (words.takes(comparison.text().split(" ", -1))) {
                return comparison;
            }
        }
        return null;
    }
}
