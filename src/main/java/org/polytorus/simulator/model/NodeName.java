package org.polytorus.simulator.model;

/**
 * What a person calls a node. Unique inside a testnet.
 *
 * @param value 1 to 64 printable characters, without white space at the ends
 */
public record NodeName(String value) implements Comparable<NodeName> {
    public static final int MAX_LENGTH = 64;

    public NodeName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A node's name has 1 to " + MAX_LENGTH
                    + " printable characters and no white space at its ends; found: \"" + value + "\"");
        }
    }

    /** Whether {@code text} may be a name. */
    public static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.equals(text.strip())
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** Digits count as numbers, so that node2 comes before node10. */
    @Override
    public int compareTo(NodeName other) {
        int i = 0;
        int j = 0;
        while (i < value.length() && j < other.value.length()) {
            int endOfDigits = digitsEnd(value, i);
            int otherEnd = digitsEnd(other.value, j);
            int order;
            if (endOfDigits > i && otherEnd > j) {
                order = compareNumbers(value, i, endOfDigits, other.value, j, otherEnd);
                i = endOfDigits;
                j = otherEnd;
            } else {
                order = Character.compare(value.charAt(i++), other.value.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int byRest = Integer.compare(value.length() - i, other.value.length() - j);
        return byRest != 0 ? byRest : value.compareTo(other.value);
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Of two runs of digits, however long; without a copy, since tables of nodes compare their names all the time. */
    private static int compareNumbers(String one, int from, int to, String other, int otherFrom, int otherTo) {
        int i = firstDigit(one, from, to);
        int j = firstDigit(other, otherFrom, otherTo);
        int order = Integer.compare(to - i, otherTo - j);
        while (order == 0 && i < to) {
            order = Character.compare(one.charAt(i++), other.charAt(j++));
        }
        return order;
    }

    /** Where the number begins behind zeros that say nothing. */
    private static int firstDigit(String text, int from, int to) {
        int start = from;
        while (start < to - 1 && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    @Override
    public String toString() {
        return value;
    }
}
