package org.polytorus.simulator.chain;

import java.math.BigInteger;

/**
 * The Jubjub curve, −x² + y² = 1 + d·x²·y², as far as PolyTorus's commitment needs it: multiples of one generator. Points
 * are in extended coordinates (x = X/Z, y = Y/Z, T = X·Y/Z), where one formula adds any two points and only the last step
 * divides. Nothing here is secret, so nothing takes care to run in constant time.
 */
final class Jubjub {
    /** The prime of the coordinates. */
    static final BigInteger FIELD =
            new BigInteger("52435875175126190479447740508185965837690552500527637822603658699938581184513");
    /** The prime number of multiples that the generator has. */
    static final BigInteger ORDER =
            new BigInteger("6554484396890773809930967563523245729705921265872317281365359162392183254199");

    static final Point IDENTITY = Point.affine(BigInteger.ZERO, BigInteger.ONE);
    static final Point GENERATOR = Point.affine(
            new BigInteger("8076246640662884909881801758704306714034609987455869804520522091855516602923"),
            new BigInteger("13262374693698910701929044844600465831413122818447359594527400194675274060458"));

    private static final BigInteger TWICE_D = new BigInteger(
                    "19257038036680949359750312669786877991949435402254120286184196891950884077233")
            .shiftLeft(1)
            .mod(FIELD);
    private static final int WINDOW_BITS = 4;
    private static final int WINDOW_VALUES = 1 << WINDOW_BITS;
    private static final int WINDOWS = (ORDER.bitLength() + WINDOW_BITS - 1) / WINDOW_BITS;

    private Jubjub() {}

    /** A point of the curve. */
    record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

        static Point affine(BigInteger x, BigInteger y) {
            return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(FIELD));
        }

        Point plus(Point other) {
            BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(FIELD);
            BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(FIELD);
            BigInteger c = t.multiply(other.t).mod(FIELD).multiply(TWICE_D).mod(FIELD);
            BigInteger d = z.multiply(other.z).shiftLeft(1).mod(FIELD);
            BigInteger e = b.subtract(a);
            BigInteger f = d.subtract(c);
            BigInteger g = d.add(c);
            BigInteger h = b.add(a);
            return new Point(
                    e.multiply(f).mod(FIELD),
                    g.multiply(h).mod(FIELD),
                    f.multiply(g).mod(FIELD),
                    e.multiply(h).mod(FIELD));
        }

        /** The same point with Z = 1, so that X and Y are its coordinates. */
        Point normalised() {
            BigInteger inverse = z.modInverse(FIELD);
            return affine(x.multiply(inverse).mod(FIELD), y.multiply(inverse).mod(FIELD));
        }
    }

    /** The generator {@code factor} times, for a factor from 0 to below {@link #ORDER}; with Z = 1. */
    static Point multipleOfGenerator(BigInteger factor) {
        Point sum = IDENTITY;
        for (int window = 0; window < WINDOWS; window++) {
            int value = factor.shiftRight(window * WINDOW_BITS).intValue() & (WINDOW_VALUES - 1);
            if (value != 0) {
                sum = sum.plus(Table.MULTIPLES[window][value]);
            }
        }
        return sum.normalised();
    }

    /** The multiples v · 16^w of the generator, made once, so that a multiplication is at most 63 additions. */
    private static final class Table {
        static final Point[][] MULTIPLES = new Point[WINDOWS][WINDOW_VALUES];

        static {
            Point unit = GENERATOR;
            for (int window = 0; window < WINDOWS; window++) {
                MULTIPLES[window][0] = IDENTITY;
                for (int value = 1; value < WINDOW_VALUES; value++) {
                    MULTIPLES[window][value] = MULTIPLES[window][value - 1].plus(unit);
                }
                unit = MULTIPLES[window][WINDOW_VALUES - 1].plus(unit);
            }
        }
    }
}
