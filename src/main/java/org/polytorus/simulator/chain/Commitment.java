package org.polytorus.simulator.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.Blake3;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.BincodeWriter;
import org.polytorus.simulator.wire.TransactionEncoding;

/**
 * PolyTorus's commitment to the transactions of a block, the root of what it calls its Verkle tree: one point of the Jubjub
 * curve, the generator times the sum of the leaves' hashes.
 */
public final class Commitment {
    /** A length word and the point's y with the sign of its x. */
    public static final int BYTES = 40;

    private static final int POINT_BYTES = 32;
    private static final byte NEGATIVE_X = (byte) 0x80;
    private static final HexFormat HEX = HexFormat.of();

    private Commitment() {}

    /** The 40 bytes that a block of these transactions, in this order, carries. */
    public static Bytes of(List<Transaction> transactions) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < transactions.size(); i++) {
            sum = sum.add(leaf(i, transactions.get(i)));
        }
        return encode(Jubjub.multipleOfGenerator(sum.mod(Jubjub.ORDER)));
    }

    /** BLAKE3 over the leaf's key (from the place in the block) and the encoded transaction, as a little-endian number. */
    private static BigInteger leaf(int index, Transaction transaction) {
        BincodeWriter keyAndValue = new BincodeWriter();
        keyAndValue.writeRaw(("tx_" + HEX.toHexDigits(index)).getBytes(StandardCharsets.US_ASCII));
        TransactionEncoding.writeTransaction(keyAndValue, transaction);
        return new BigInteger(1, reversed(Blake3.hash(keyAndValue.toByteArray())));
    }

    private static Bytes encode(Jubjub.Point point) {
        byte[] bigEndian = point.y().toByteArray();
        byte[] y = new byte[POINT_BYTES];
        for (int i = 0; i < bigEndian.length && i < POINT_BYTES; i++) {
            y[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (point.x().compareTo(Jubjub.FIELD.subtract(point.x())) > 0) {
            y[POINT_BYTES - 1] |= NEGATIVE_X;
        }
        BincodeWriter writer = new BincodeWriter();
        writer.writeBytes(Bytes.wrap(y));
        return Bytes.wrap(writer.toByteArray());
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
