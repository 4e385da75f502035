package org.polytorus.simulator.config;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** TOML under construction: tables with their keys, in the order in which they come. */
final class TomlText {
    private final StringBuilder text = new StringBuilder();

    /** A text in quotes. */
    static String quoted(Object value) {
        StringBuilder quoted = new StringBuilder("\"");
        String.valueOf(value).codePoints().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').appendCodePoint(each);
            } else if (Character.isISOControl(each)) {
                quoted.append(String.format("\\u%04X", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }

    /** A list of texts in quotes. */
    static String list(Collection<?> values) {
        return values.stream().map(TomlText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    TomlText comment(String line) {
        text.append("# ").append(line).append('\n');
        return this;
    }

    /** Begins a table; {@code header} has its brackets. */
    TomlText table(String header) {
        text.append(text.isEmpty() ? "" : "\n").append(header).append('\n');
        return this;
    }

    /** A key of the latest table, unless there is no value; {@code value} as TOML writes it. */
    TomlText put(String key, @Nullable Object value) {
        if (value != null) {
            text.append(key).append(" = ").append(value).append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
