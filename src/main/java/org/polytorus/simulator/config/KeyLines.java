package org.polytorus.simulator.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The line at which each key of a TOML text stands, which Jackson does not tell. A path is written as TOML writes
 * dotted keys, with the position of an element of a list in brackets: {@code nodes[2].listen}.
 */
final class KeyLines {
    /** Keys whose path is longer are taken as their table, so that no file makes paths longer than itself. */
    private static final int MAX_PATH = 200;

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> tablesInArray = new HashMap<>();

    /** Reads as much as can be understood; a fault in the text costs lines, never an exception. */
    static KeyLines of(String text) {
        return TomlOutline.of(text).lines();
    }

    /** The first line at which {@code path} is given a value or is opened as a table, or 0 if it is nowhere. */
    int line(String path) {
        return lines.getOrDefault(path, 0);
    }

    /** The path of a key in the table at {@code table}; the text's own top is the empty path. */
    static String child(String table, String key) {
        boolean bare = !key.isEmpty() && key.chars().allMatch(c -> TomlCursor.isBare((char) c));
        String shown = bare ? key : Texts.quote(key);
        if (table.length() + shown.length() >= MAX_PATH) {
            return table;
        }
        return table.isEmpty() ? shown : table + "." + shown;
    }

    /** The path of an element of the list at {@code array}, counted from 0. */
    static String element(String array, int index) {
        return array + "[" + index + "]";
    }

    /** Notes a table's header, and gives its path. */
    String addTable(List<String> key, int line) {
        return addKey("", key, line);
    }

    /** Notes the header of one more table of an array, and gives its path. */
    String addTableOfArray(List<String> key, int line) {
        String array = child(addKey("", key.subList(0, key.size() - 1), line), key.getLast());
        lines.putIfAbsent(array, line);
        int index = tablesInArray.merge(array, 1, Integer::sum) - 1;
        return add(element(array, index), line);
    }

    /** Notes a key with all its parts, and gives its path. */
    String addKey(String table, List<String> key, int line) {
        String path = table;
        for (String part : key) {
            path = add(child(path, part), line);
            Integer tables = tablesInArray.get(path);
            path = tables == null ? path : element(path, tables - 1);
        }
        return path;
    }

    String add(String path, int line) {
        lines.putIfAbsent(path, line);
        return path;
    }
}
