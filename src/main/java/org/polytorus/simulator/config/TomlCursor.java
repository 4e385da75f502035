package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position in TOML text that knows its line, and steps over strings, comments and keys. */
final class TomlCursor {
    private final String text;
    private int position;
    private int line = 1;

    TomlCursor(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The character here; a line end at the end of the text. */
    char here() {
        return atEnd() ? '\n' : text.charAt(position);
    }

    boolean isAt(String expected) {
        return text.startsWith(expected, position);
    }

    void advance() {
        if (!atEnd()) {
            line += text.charAt(position) == '\n' ? 1 : 0;
            position++;
        }
    }

    void skipBlanks() {
        while (!atEnd() && (here() == ' ' || here() == '\t' || here() == '\r')) {
            position++;
        }
    }

    /** To the end of this line, or of the text. */
    void skipLine() {
        while (!atEnd() && here() != '\n') {
            position++;
        }
    }

    void skipBlanksLinesAndComments() {
        skipBlanks();
        while (!atEnd() && (here() == '\n' || here() == '#')) {
            if (here() == '#') {
                skipLine();
            }
            advance();
            skipBlanks();
        }
    }

    boolean atString() {
        return here() == '"' || here() == '\'';
    }

    /** Steps over a string of any of the four kinds, closed or not. What is between its quotes, escapes as written. */
    String string() {
        char quote = here();
        String triple = String.valueOf(quote).repeat(3);
        return isAt(triple) ? longString(triple) : shortString(quote);
    }

    /** Steps over a key, dotted or quoted. Its parts, or null if there is none here. */
    @Nullable
    List<String> key() {
        List<String> parts = new ArrayList<>();
        while (true) {
            skipBlanks();
            int start = position;
            String part = atString() ? string() : bareKey();
            if (position == start) {
                return null;
            }
            parts.add(part);
            skipBlanks();
            if (here() != '.') {
                return parts;
            }
            advance();
        }
    }

    private String bareKey() {
        int start = position;
        while (!atEnd() && isBare(here())) {
            position++;
        }
        return text.substring(start, position);
    }

    private String shortString(char quote) {
        advance();
        int start = position;
        while (!atEnd() && here() != quote && here() != '\n') {
            position += quote == '"' && here() == '\\' && !isAt("\\\n") ? 2 : 1;
        }
        position = Math.min(position, text.length());
        String content = text.substring(start, position);
        if (here() == quote) {
            advance();
        }
        return content;
    }

    private String longString(String triple) {
        position += triple.length();
        int start = position;
        while (!atEnd() && !isAt(triple)) {
            if (triple.startsWith("\"") && here() == '\\') {
                advance();
            }
            advance();
        }
        String content = text.substring(start, position);
        // Up to two more quotes may stand before the closing three.
        for (int i = 0; i < 5 && !atEnd() && here() == triple.charAt(0); i++) {
            advance();
        }
        return content;
    }

    static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
