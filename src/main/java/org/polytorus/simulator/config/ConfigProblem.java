package org.polytorus.simulator.config;

import java.util.Locale;

/**
 * Something about a configuration file that its author should know.
 *
 * @param file the file as the user named it
 * @param line where in the file, from 1; 0 if it concerns the file as a whole
 * @param key the full key, such as {@code network.max_peers}, or empty
 * @param message what was found, what was expected, what to do
 */
public record ConfigProblem(Severity severity, String file, int line, String key, String message) {

    /** What follows from a problem. */
    public enum Severity {
        /** Nothing can be started from these files. */
        ERROR,
        /** The testnet starts, but perhaps not as its author meant. */
        WARNING,
        /** What the program made of a value, for information. */
        NOTE
    }

    /** One line, as compilers write it: {@code node1.toml:37: error: network.max_peers: found ...}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ").append(severity.name().toLowerCase(Locale.ROOT)).append(": ");
        if (!key.isEmpty()) {
            text.append(key).append(": ");
        }
        return text.append(message).toString();
    }
}
