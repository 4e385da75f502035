package org.polytorus.simulator.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Payloads derived from good ones by small damage, the same ones for the same seed. */
final class Mutations {
    private static final int MAX_RANDOM_BYTES = 200;
    private static final int MAX_CHANGES = 3;
    private static final long[] HOSTILE_LENGTHS = {
        0, 1, 2, 15, 16, 17, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000L, 0xffff_ffffL, 1L << 60, Long.MAX_VALUE, -1
    };

    private final List<byte[]> originals;
    private final Random random;

    Mutations(List<byte[]> originals, long seed) {
        this.originals = originals;
        this.random = new Random(seed);
    }

    /** The next damaged payload, up to three kinds of damage in one. */
    byte[] next() {
        byte[] payload = any().clone();
        int changes = 1 + random.nextInt(MAX_CHANGES);
        for (int i = 0; i < changes; i++) {
            payload = payload.length == 0 ? randomBytes() : change(payload);
        }
        return payload;
    }

    private byte[] change(byte[] payload) {
        int at = random.nextInt(payload.length);
        switch (random.nextInt(9)) {
            case 0 -> payload[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> payload[at] = (byte) random.nextInt(256);
            case 2 -> payload[at] = (byte) random.nextInt(3);
            case 3 -> writeLength(payload, at, HOSTILE_LENGTHS[random.nextInt(HOSTILE_LENGTHS.length)]);
            case 4 -> writeLength(payload, at, random.nextInt(payload.length + 2));
            case 5 -> payload[0] = (byte) random.nextInt(14);
            case 6 -> {
                return Arrays.copyOf(payload, at);
            }
            case 7 -> {
                return spliced(payload, at);
            }
            default -> {
                return randomBytes();
            }
        }
        return payload;
    }

    private static void writeLength(byte[] payload, int at, long length) {
        for (int i = 0; i < Long.BYTES && at + i < payload.length; i++) {
            payload[at + i] = (byte) (length >>> (Byte.SIZE * i));
        }
    }

    /** The start of one payload and the end of another. */
    private byte[] spliced(byte[] payload, int cut) {
        byte[] other = any();
        int from = random.nextInt(other.length);
        byte[] result = Arrays.copyOf(payload, cut + other.length - from);
        System.arraycopy(other, from, result, cut, other.length - from);
        return result;
    }

    /** Half of them begin with a known tag, or they would hardly get further than that. */
    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(MAX_RANDOM_BYTES)];
        random.nextBytes(bytes);
        if (random.nextBoolean() && bytes.length >= Integer.BYTES) {
            writeLength(bytes, 0, bytes.length < Long.BYTES ? 0 : random.nextInt(13));
        }
        return bytes;
    }

    private byte[] any() {
        return originals.get(random.nextInt(originals.size()));
    }
}
