package org.polytorus.simulator.model;

/**
 * A pair of different nodes that may be connected. Always in the order of their names, so that a pair has one id.
 *
 * @param a the node whose name comes first
 * @param b the other
 */
public record LinkId(NodeName a, NodeName b) implements Comparable<LinkId> {

    public LinkId {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("A link joins two different nodes in the order of their names; found "
                    + a + " and " + b + "; use LinkId.of");
        }
    }

    /** The link of two nodes, in either order. Refuses a node with itself. */
    public static LinkId of(NodeName one, NodeName other) {
        return one.compareTo(other) < 0 ? new LinkId(one, other) : new LinkId(other, one);
    }

    /** The direction of traffic that {@code sender}, one of the two ends, sends. */
    public Direction from(NodeName sender) {
        if (sender.equals(a)) {
            return Direction.A_TO_B;
        }
        if (sender.equals(b)) {
            return Direction.B_TO_A;
        }
        throw new IllegalArgumentException(sender + " is not an end of " + this);
    }

    /** Whether {@code node} is one of the two ends. */
    public boolean joins(NodeName node) {
        return a.equals(node) || b.equals(node);
    }

    /** The end at which traffic of {@code direction} starts. */
    public NodeName sender(Direction direction) {
        return switch (direction) {
            case A_TO_B -> a;
            case B_TO_A -> b;
        };
    }

    /** The end at which traffic of {@code direction} arrives. */
    public NodeName receiver(Direction direction) {
        return sender(direction.opposite());
    }

    @Override
    public int compareTo(LinkId other) {
        int byA = a.compareTo(other.a);
        return byA != 0 ? byA : b.compareTo(other.b);
    }

    @Override
    public String toString() {
        return a + "–" + b;
    }
}
