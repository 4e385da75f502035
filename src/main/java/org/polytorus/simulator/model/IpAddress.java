package org.polytorus.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as a plain value, without scope (the wire drops it).
 *
 * @param isV6 whether all 16 bytes count, or only the last 4
 * @param high the first 8 bytes of an IPv6 address, 0 for IPv4
 * @param low the last 8 bytes; the 4 bytes of an IPv4 address are the lowest
 */
public record IpAddress(boolean isV6, long high, long low) implements Comparable<IpAddress> {
    public static final IpAddress LOOPBACK_V4 = v4(0x7f000001);
    private static final int GROUPS = 8;

    public IpAddress {
        if (!isV6 && (high != 0 || low >>> Integer.SIZE != 0)) {
            throw new IllegalArgumentException(
                    "An IPv4 address has 4 bytes; found more than those in " + high + ", " + low);
        }
    }

    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, Integer.toUnsignedLong(bits));
    }

    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low);
    }

    /** Reads four decimal numbers with dots; null if the text is anything else. */
    public static @Nullable IpAddress parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        int bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return null;
            }
            bits = (bits << 8) | Integer.parseInt(part);
        }
        return v4(bits);
    }

    /** Reads the text forms of RFC 4291, without scope; null if the text is anything else. */
    public static @Nullable IpAddress parseV6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (head == null || tail == null) {
            return null;
        }
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        return v6(word(all, 0), word(all, 4));
    }

    /** Whether this is 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return isV6 ? high == 0 && low == 1 : low >>> 24 == 127;
    }

    /** Whether this is 0.0.0.0 or ::, "every address of this machine". */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** Whether this is a group of receivers: 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isV6 ? high >>> 56 == 0xff : low >>> 28 == 0xe;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = Boolean.compare(isV6, other.isV6);
        int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** As RFC 5952 and Rust write it: the longest run of zero groups shortened to {@code ::}. */
    @Override
    public String toString() {
        if (!isV6) {
            return v4Text();
        }
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + v4Text();
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && group(end) == 0) {
                end++;
            }
            if (end - start > bestLength) {
                bestStart = start;
                bestLength = end - start;
            }
        }
        if (bestStart < 0) {
            return hex(0, GROUPS);
        }
        return hex(0, bestStart) + "::" + hex(bestStart + bestLength, GROUPS);
    }

    private String v4Text() {
        return ((low >>> 24) & 0xff) + "." + ((low >>> 16) & 0xff) + "." + ((low >>> 8) & 0xff) + "." + (low & 0xff);
    }

    private String hex(int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int index) {
        long word = index < 4 ? high : low;
        return (int) (word >>> (16 * (3 - index % 4))) & 0xffff;
    }

    private static long word(List<Integer> groups, int from) {
        long word = 0;
        for (int i = from; i < from + 4; i++) {
            word = (word << 16) | groups.get(i);
        }
        return word;
    }

    /** The 16-bit groups of one side of a {@code ::}; the last may be a dotted IPv4 address. */
    private static @Nullable List<Integer> groups(String text, boolean mayEndDotted) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            IpAddress dotted = i == parts.length - 1 && mayEndDotted ? parseV4(parts[i]) : null;
            if (dotted != null) {
                groups.add((int) (dotted.low >>> 16));
                groups.add((int) (dotted.low & 0xffff));
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return null;
            }
        }
        return groups;
    }
}
