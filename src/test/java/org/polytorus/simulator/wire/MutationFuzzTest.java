package org.polytorus.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever arrives ends in a message or in a named error, and costs no more memory than its own size justifies. */
class MutationFuzzTest {
    private static final long SEED = 4711;
    private static final int MUTATIONS = 200_000;
    private static final int MEASURED_MUTATIONS = 50_000;

    /** A transaction of 25 bytes becomes objects of some 100; an error has its text and its stack trace. */
    private static final long BYTES_ALLOWED_PER_BYTE = 64;

    private static final long BYTES_ALLOWED_PER_FRAME = 16 * 1024;

    private final List<byte[]> golden = GoldenVectors.vectors()
            .map(vector -> Arrays.copyOfRange(vector.frame(), Frames.HEADER_BYTES, vector.frame().length))
            .toList();

    @Test
    void damagedPayloadsEndInAMessageOrInANamedError() {
        Mutations mutations = new Mutations(golden, SEED);
        Map<WireError, Integer> errors = new EnumMap<>(WireError.class);
        int decoded = 0;

        for (int i = 0; i < MUTATIONS; i++) {
            byte[] payload = mutations.next();
            try {
                requireSameBytes(MessageCodec.decodePayload(payload), payload);
                decoded++;
            } catch (WireException e) {
                errors.merge(e.error(), 1, Integer::sum);
            } catch (RuntimeException | Error e) {
                fail("mutation " + i + ", payload " + HexFormat.of().formatHex(payload), e);
            }
        }

        assertThat(decoded).isGreaterThan(MUTATIONS / 10);
        assertThat(errors)
                .containsOnlyKeys(
                        WireError.TRUNCATED,
                        WireError.UNKNOWN_MESSAGE_TAG,
                        WireError.UNKNOWN_VARIANT_TAG,
                        WireError.BAD_BOOLEAN,
                        WireError.BAD_OPTION_TAG,
                        WireError.BAD_UTF8,
                        WireError.BAD_PEER_ID_LENGTH,
                        WireError.LENGTH_BEYOND_FRAME);
    }

    @Test
    void aPayloadCostsNoMoreMemoryThanItsSizeJustifies() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Mutations mutations = new Mutations(golden, SEED + 1);
        for (int i = 0; i < MEASURED_MUTATIONS / 10; i++) {
            decodeOrNull(mutations.next());
        }

        for (int i = 0; i < MEASURED_MUTATIONS; i++) {
            byte[] payload = mutations.next();
            long before = threads.getCurrentThreadAllocatedBytes();
            decodeOrNull(payload);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;

            if (allocated > BYTES_ALLOWED_PER_FRAME + BYTES_ALLOWED_PER_BYTE * payload.length) {
                fail(allocated + " bytes for " + payload.length + ": "
                        + HexFormat.of().formatHex(payload));
            }
        }
    }

    /** Every field travels bit by bit, so that what was read is what would be sent, up to the ignored bytes at the end. */
    private static void requireSameBytes(Message message, byte[] payload) throws WireException {
        byte[] again = MessageCodec.encodePayload(message);
        int prefix = Math.min(again.length, payload.length);
        if (again.length > payload.length || Arrays.mismatch(again, 0, prefix, payload, 0, prefix) >= 0) {
            fail(message + " is not what was read: " + HexFormat.of().formatHex(payload));
        }
        if (!MessageCodec.decodePayload(again).equals(message)) {
            fail("decodes to another message: " + HexFormat.of().formatHex(again));
        }
    }

    private static @Nullable Message decodeOrNull(byte[] payload) {
        try {
            return MessageCodec.decodePayload(payload);
        } catch (WireException refused) {
            return null;
        }
    }
}
