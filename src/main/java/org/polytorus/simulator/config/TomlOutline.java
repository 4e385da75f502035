package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the statements of a TOML text begin and end, faulty ones included. It tells what the parser does not: the lines
 * of keys, and which text to leave out to read on after a fault.
 */
final class TomlOutline {
    /** Deeper nesting than any sensible file has, and shallow enough for every recursion over it. */
    static final int MAX_DEPTH = 32;

    /**
     * A header of a table or a key with its value.
     *
     * @param path the full key, empty if it could not be read
     * @param line where it begins
     * @param start the offset at which it begins
     * @param end the offset behind its last character
     * @param value the value as written, null for a header
     */
    record Statement(
            String path,
            int line,
            int start,
            int end,
            @Nullable String value) {
        boolean isHeader() {
            return value == null;
        }
    }

    private final String text;
    private final TomlCursor cursor;
    private final KeyLines lines = new KeyLines();
    private final List<Statement> statements = new ArrayList<>();
    private String table = "";
    private int tooDeepLine;

    private TomlOutline(String text) {
        this.text = text;
        this.cursor = new TomlCursor(text);
    }

    static TomlOutline of(String text) {
        TomlOutline outline = new TomlOutline(text);
        outline.scan();
        return outline;
    }

    KeyLines lines() {
        return lines;
    }

    List<Statement> statements() {
        return statements;
    }

    /** The first line that nests deeper than {@link #MAX_DEPTH}, or 0. */
    int tooDeepLine() {
        return tooDeepLine;
    }

    private void scan() {
        cursor.skipBlanksLinesAndComments();
        while (!cursor.atEnd()) {
            if (cursor.here() == '[') {
                header();
            } else {
                keyAndValue();
            }
            cursor.skipLine();
            cursor.skipBlanksLinesAndComments();
        }
    }

    private void header() {
        int start = cursor.position();
        int line = cursor.line();
        boolean ofArray = cursor.isAt("[[");
        cursor.advance();
        if (ofArray) {
            cursor.advance();
        }
        List<String> key = cursor.key();
        cursor.skipLine();
        if (key != null && !isTooDeep(key.size(), line)) {
            table = ofArray ? lines.addTableOfArray(key, line) : lines.addTable(key, line);
        }
        statements.add(new Statement(key == null ? "" : table, line, start, cursor.position(), null));
    }

    private void keyAndValue() {
        int start = cursor.position();
        int line = cursor.line();
        List<String> key = cursor.key();
        String path = "";
        if (key != null && !isTooDeep(key.size(), line)) {
            path = lines.addKey(table, key, line);
        }
        int valueStart = cursor.position();
        if (cursor.here() == '=') {
            cursor.advance();
            valueStart = cursor.position();
            value(path, 1);
        } else {
            cursor.skipLine();
        }
        String value = text.substring(valueStart, cursor.position()).strip();
        statements.add(new Statement(path, line, start, cursor.position(), value));
    }

    private void value(String path, int depth) {
        cursor.skipBlanks();
        if (cursor.atString()) {
            cursor.string();
        } else if (cursor.here() != '[' && cursor.here() != '{') {
            bareValue(depth);
        } else if (isTooDeep(depth, cursor.line())) {
            cursor.skipLine();
        } else if (cursor.here() == '[') {
            list(path, depth);
        } else {
            inlineTable(path, depth);
        }
    }

    /** A number, a date, a word: up to what ends it here. */
    private void bareValue(int depth) {
        String ends = depth > 1 ? "\n#,]}" : "\n#";
        while (ends.indexOf(cursor.here()) < 0) {
            cursor.advance();
        }
    }

    private void list(String path, int depth) {
        cursor.advance();
        for (int index = 0; ; index++) {
            cursor.skipBlanksLinesAndComments();
            if (cursor.atEnd() || cursor.here() == ']') {
                break;
            }
            int before = cursor.position();
            value(lines.add(KeyLines.element(path, index), cursor.line()), depth + 1);
            afterValue(before);
        }
        cursor.advance();
    }

    private void inlineTable(String path, int depth) {
        cursor.advance();
        while (true) {
            cursor.skipBlanksLinesAndComments();
            if (cursor.atEnd() || cursor.here() == '}') {
                break;
            }
            int before = cursor.position();
            int line = cursor.line();
            List<String> key = cursor.key();
            String child = key == null || isTooDeep(depth + key.size(), line) ? path : lines.addKey(path, key, line);
            if (cursor.here() == '=') {
                cursor.advance();
                value(child, depth + 1);
            }
            afterValue(before);
        }
        cursor.advance();
    }

    /** Steps over the comma, and over anything that is not understood, so that there is always a step. */
    private void afterValue(int before) {
        cursor.skipBlanks();
        if (cursor.here() == ',' || cursor.position() == before) {
            cursor.advance();
        }
    }

    private boolean isTooDeep(int depth, int line) {
        boolean tooDeep = depth > MAX_DEPTH;
        if (tooDeep && tooDeepLine == 0) {
            tooDeepLine = line;
        }
        return tooDeep;
    }
}
