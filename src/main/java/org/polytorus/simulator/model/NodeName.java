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
                String digits = stripZeros(value.substring(i, endOfDigits));
                String otherDigits = stripZeros(other.value.substring(j, otherEnd));
                order = digits.length() != otherDigits.length()
                        ? Integer.compare(digits.length(), otherDigits.length())
                        : digits.compareTo(otherDigits);
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

    private static String stripZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    @Override
    public String toString() {
        return value;
    }
}
