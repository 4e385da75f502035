package org.polytorus.simulator.model;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identity of a node on the wire: a UUID, ordered by its unsigned 128 bits.
 *
 * @param high the first eight of the sixteen bytes, big-endian
 * @param low the last eight
 */
public record PeerId(long high, long low) implements Comparable<PeerId> {
    private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * Reads the canonical text form, {@code 00112233-4455-6677-8899-aabbccddeeff}, in lower or upper case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static PeerId parse(String text) {
        // UUID.fromString also takes shortened groups, as in 1-2-3-4-5, which are not 16 bytes as anybody wrote them.
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A peer id is a UUID such as 00112233-4455-6677-8899-aabbccddeeff; found \"" + text + "\"");
        }
        UUID uuid = UUID.fromString(text);
        return new PeerId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    /** The first eight hex digits: enough for a person to tell peers apart. */
    public String shortText() {
        return toString().substring(0, 8);
    }

    @Override
    public int compareTo(PeerId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
