package org.polytorus.simulator.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/** Where nodes keep their chains, as files name it. */
final class DataDirectory {
    static final String KEY = "data_dir";

    private static final String EXPECTATION = "a directory in quotes, such as \"data/node1\"";

    private DataDirectory() {}

    /** The path as the file has it, relative or not; null if it names none, or no possible one. */
    static @Nullable Path read(TomlTable table) {
        String text = table.text(KEY, EXPECTATION);
        if (text == null) {
            return null;
        }
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException impossible) {
            table.error(
                    KEY, "found a directory that cannot be (" + impossible.getReason() + "), expected " + EXPECTATION);
            return null;
        }
        table.expected(KEY, EXPECTATION);
        return null;
    }

    /** A node's own directory under the one that all share. What a file system may not take in a name is written in hex. */
    static Path ofNode(Path parent, NodeName node) {
        StringBuilder folder = new StringBuilder();
        String name = node.value();
        name.codePoints().forEach(character -> {
            boolean isPlain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || character == '-' || character == '_');
            if (isPlain) {
                folder.appendCodePoint(character);
            } else {
                folder.append(String.format(Locale.ROOT, "%%%02X", character));
            }
        });
        return parent.resolve(folder.toString());
    }
}
