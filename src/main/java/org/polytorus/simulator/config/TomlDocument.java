package org.polytorus.simulator.config;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file that was read.
 *
 * @param name as the user named it
 * @param root all that could be read of it
 * @param complete whether that is everything; if not, errors were noted, and what seems missing may be in the rest
 */
record TomlDocument(String name, ObjectNode root, KeyLines lines, boolean complete) {

    /** Only a testnet file or a scenario has one of these tables. */
    boolean isTestnet() {
        return root.has("testnet") || isScenario();
    }

    boolean isScenario() {
        return root.has("scenario");
    }

    Place place() {
        return Place.ofFile(name);
    }
}
