package org.polytorus.simulator.protocol;

/**
 * What a node says of itself in the handshake's {@code node_type}: a first word that people read, then the abilities that
 * other nodes of ours may rely on, separated by semicolons. PolyTorus reads nothing into the text.
 */
final class NodeType {
    /** Asks for what was announced and answers requests with data. PolyTorus's own nodes do neither. */
    private static final String ANNOUNCE = "announce";

    /** What a PolyTorus node says of itself. */
    static final String POLYTORUS = "full_node";

    /** How our nodes present themselves. */
    static final String OURS = POLYTORUS + ";" + ANNOUNCE;

    private NodeType() {}

    /** Whether a node that says this can be reached by announcements alone. */
    static boolean announces(String nodeType) {
        String[] words = nodeType.split(";", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals(ANNOUNCE)) {
                return true;
            }
        }
        return false;
    }
}
