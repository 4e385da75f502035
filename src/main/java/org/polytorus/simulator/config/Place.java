package org.polytorus.simulator.config;

/**
 * Where something stands.
 *
 * @param line from 1, or 0 for the file as a whole
 * @param key the full key, or empty
 */
record Place(String file, int line, String key) {

    static Place ofFile(String file) {
        return new Place(file, 0, "");
    }

    /** File and line, for a sentence that points here from elsewhere. */
    String reference() {
        return line > 0 ? file + ":" + line : file;
    }
}
