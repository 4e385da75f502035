package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One table of a document. Each question for a key gives its value, or null if it is absent or not as asked for; in the
 * second case an error was noted.
 */
final class TomlTable {
    private final TomlDocument document;
    private final Problems problems;
    private final ObjectNode values;
    private final String path;
    private final int line;

    private TomlTable(TomlDocument document, Problems problems, ObjectNode values, String path, int line) {
        this.document = document;
        this.problems = problems;
        this.values = values;
        this.path = path;
        this.line = line;
    }

    static TomlTable top(TomlDocument document, Problems problems) {
        return new TomlTable(document, problems, document.root(), "", 0);
    }

    /** A text with the place at which it stands. */
    record Entry(String text, Place place) {}

    Problems problems() {
        return problems;
    }

    boolean isComplete() {
        return document.complete();
    }

    /** The table's own place. */
    Place place() {
        return new Place(document.name(), line, path);
    }

    Place place(String key) {
        String full = KeyLines.child(path, key);
        return new Place(document.name(), lineOf(full, line), full);
    }

    boolean has(String key) {
        return values.has(key);
    }

    /** Whether {@code key} is there and what {@code shape} asks for; notes nothing. */
    boolean has(String key, Predicate<JsonNode> shape) {
        JsonNode value = values.get(key);
        return value != null && shape.test(value);
    }

    void error(String key, String message) {
        problems.error(place(key), message);
    }

    void expected(String key, String expectation) {
        error(key, "found " + shown(key) + ", expected " + expectation);
    }

    /** The value as it appears in messages. */
    String shown(String key) {
        JsonNode value = values.get(key);
        return value == null ? "nothing" : shown(value);
    }

    @Nullable
    String text(String key, String expectation) {
        JsonNode value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            expected(key, expectation);
            return null;
        }
        return value.stringValue();
    }

    @Nullable
    Long wholeNumber(String key, long min, long max, String what) {
        JsonNode value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            expected(key, what + " from " + min + " to " + max);
            return null;
        }
        return value.longValue();
    }

    /** One that no double holds, such as 1e400, is not a number (NaN). */
    @Nullable
    Double number(String key) {
        JsonNode value = values.get(key);
        return value != null && value.isNumber() ? Double.valueOf(value.doubleValue(Double.NaN)) : null;
    }

    @Nullable
    Boolean bool(String key) {
        JsonNode value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            expected(key, "true or false");
            return null;
        }
        return value.booleanValue();
    }

    @Nullable
    Duration duration(String key, Duration min, Duration max) {
        JsonNode value = values.get(key);
        if (value == null) {
            return null;
        }
        String expectation = "a duration from " + Units.text(min) + " to " + Units.text(max)
                + " in quotes, such as \"200ms\", \"5s\" or \"2m\"";
        Duration duration = value.isString() ? Units.duration(value.stringValue()) : null;
        if (duration == null) {
            boolean unitLacks = value.isNumber()
                    || (value.isString() && value.stringValue().strip().matches("[0-9.]+"));
            expected(key, expectation + (unitLacks ? "; the unit is missing" : ""));
            return null;
        }
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            expected(key, expectation);
            return null;
        }
        return duration;
    }

    @Nullable
    TomlTable table(String key) {
        JsonNode value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode table)) {
            expected(key, "a table");
            return null;
        }
        String full = KeyLines.child(path, key);
        return new TomlTable(document, problems, table, full, lineOf(full, line));
    }

    /** The tables of an array; none if it is absent. */
    List<TomlTable> tables(String key) {
        JsonNode value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            expected(key, "one or more tables, each headed [[" + KeyLines.child(path, key) + "]]");
            return List.of();
        }
        String full = KeyLines.child(path, key);
        List<TomlTable> tables = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String element = KeyLines.element(full, i);
            int elementLine = lineOf(element, lineOf(full, line));
            if (value.get(i) instanceof ObjectNode table) {
                tables.add(new TomlTable(document, problems, table, element, elementLine));
            } else {
                problems.error(
                        new Place(document.name(), elementLine, element),
                        "found " + shown(value.get(i)) + ", expected a table");
            }
        }
        return tables;
    }

    /** The texts of a list; none if it is absent. */
    List<Entry> texts(String key, String what) {
        JsonNode value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            expected(key, "a list of " + what);
            return List.of();
        }
        List<Entry> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String full = KeyLines.child(path, key);
            Place place = new Place(
                    document.name(),
                    lineOf(KeyLines.element(full, i), place(key).line()),
                    full);
            JsonNode element = value.get(i);
            if (element.isString()) {
                texts.add(new Entry(element.stringValue(), place));
            } else {
                problems.error(place, "found " + shown(element) + " in the list, expected a list of " + what);
            }
        }
        return texts;
    }

    /** The rows of a matrix of texts; none if it is absent, or after an error. */
    List<List<String>> rows(String key, String expectation) {
        JsonNode value = values.get(key);
        if (value == null) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode row : value) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.isString() ? cell.stringValue() : shown(cell)));
            rows.add(cells);
        }
        if (!value.isArray() || rows.isEmpty()) {
            expected(key, expectation);
        }
        return rows;
    }

    void warnOfUnknown(Collection<String> known) {
        for (String key : values.propertyNames()) {
            if (!known.contains(key)) {
                problems.warning(
                        place(key),
                        "found a key that is not known here, it has no effect"
                                + (problems.isFull() ? "" : Texts.didYouMean(key, known)));
            }
        }
    }

    /** The keys of this table, in the order of the file. */
    Collection<String> keys() {
        return values.propertyNames();
    }

    private int lineOf(String full, int otherwise) {
        int found = document.lines().line(full);
        return found == 0 ? otherwise : found;
    }

    private static String shown(JsonNode value) {
        if (value.isString()) {
            return Texts.quote(value.stringValue());
        }
        if (value.isObject()) {
            return "a table";
        }
        if (value.isArray()) {
            return value.isEmpty() ? "an empty list" : "a list";
        }
        return value.isPojo() ? "a date or time" : Texts.excerpt(value.asString());
    }
}
