package org.polytorus.simulator.protocol;

/**
 * The text with which a node presents itself in its handshake: PolyTorus's word for it, and after that the abilities that
 * other nodes of ours may rely on, separated by semicolons. PolyTorus reads nothing into the text.
 */
final class NodeType {
    /** Asks for what was announced and answers requests with data. PolyTorus's own nodes do neither. */
    private static final String ANNOUNCE = "announce";

    /** Answers FindNode, which PolyTorus's own nodes do not know. */
    private static final String KADEMLIA = "kad";

    /** Has only come to ask for nodes, and does not want to be a peer. */
    private static final String LOOKUP = "lookup";

    /** What a PolyTorus node says of itself. */
    static final String POLYTORUS = "full_node";

    /** Of a node that has only shown that it announces. */
    static final String ANNOUNCING = POLYTORUS + ";" + ANNOUNCE;

    /** How our nodes present themselves. */
    static final String OURS = ANNOUNCING + ";" + KADEMLIA;

    /** How our nodes present themselves where they do not want to stay. */
    static final String VISITOR = OURS + ";" + LOOKUP;

    private static final char SEPARATOR = ';';

    private NodeType() {}

    /** The same text, as the one object that everybody holds if our nodes say it. */
    static String shared(String nodeType) {
        return nodeType.equals(OURS) ? OURS : nodeType;
    }

    /** Whether a node that says this can be reached by announcements alone. */
    static boolean announces(String nodeType) {
        return hasAbility(nodeType, ANNOUNCE);
    }

    /** Whether a node that says this may be asked with FindNode. */
    static boolean findsNodes(String nodeType) {
        return hasAbility(nodeType, KADEMLIA);
    }

    /** Whether a node that says this will not be a peer. */
    static boolean isVisitor(String nodeType) {
        return hasAbility(nodeType, LOOKUP);
    }

    /** What a visitor says of itself where it lives. */
    static String ofResident(String nodeType) {
        return nodeType.replace(";" + LOOKUP, "");
    }

    /** Asked for each peer whenever something is passed on, hence without taking the text apart. */
    private static boolean hasAbility(String nodeType, String ability) {
        int begin = nodeType.indexOf(SEPARATOR) + 1;
        while (begin > 0) {
            int next = nodeType.indexOf(SEPARATOR, begin);
            int end = next < 0 ? nodeType.length() : next;
            if (end - begin == ability.length() && nodeType.startsWith(ability, begin)) {
                return true;
            }
            begin = next + 1;
        }
        return false;
    }
}
