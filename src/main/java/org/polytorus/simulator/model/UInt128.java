package org.polytorus.simulator.model;

import java.math.BigInteger;

/**
 * An unsigned number of 128 bits, as PolyTorus keeps its timestamps.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record UInt128(long high, long low) implements Comparable<UInt128> {
    public static final UInt128 ZERO = new UInt128(0, 0);

    /** Takes a number that is not negative. */
    public static UInt128 of(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("Not a number without a sign: " + value);
        }
        return new UInt128(0, value);
    }

    public BigInteger toBigInteger() {
        return unsigned(high).shiftLeft(Long.SIZE).or(unsigned(low));
    }

    @Override
    public int compareTo(UInt128 other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Decimal digits. */
    @Override
    public String toString() {
        return high == 0 ? Long.toUnsignedString(low) : toBigInteger().toString();
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }
}
