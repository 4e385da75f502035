package org.polytorus.simulator.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * What was lately made of short payloads and texts that many nodes of a thread get: announcements, requests, and the hashes in
 * them. Only what is equal byte for byte counts as the same. Each has one place; what comes later takes it. For one thread.
 */
final class ShortMessages {
    private static final int PLACE_BITS = 10;
    /** Places for payloads, and as many for texts: more than what makes its round at a time. */
    private static final int PLACES = 1 << PLACE_BITS;

    /** Longer payloads are not remembered: whoever makes them up shall not fill our memory. */
    private static final int MAX_PAYLOAD_BYTES = 128;

    /** So far before its end lie eight digits from which a payload's place is taken: the hash in it begins mostly with zeros. */
    private static final int TELLING_BYTES = 16;

    /** The golden ratio's fraction, which spreads neighbouring numbers over all places. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};

    private final byte[][] payloads = new byte[PLACES][];
    private final @Nullable Message[] messages = new Message[PLACES];
    private final String[] texts = new String[PLACES];
    private final @Nullable Hash[] hashes = new Hash[PLACES];

    private final UnaryOperator<Hash> sharing;

    /** @param sharing an equal hash that others hold already, where there is one */
    ShortMessages(UnaryOperator<Hash> sharing) {
        this.sharing = sharing;
        Arrays.fill(payloads, NOTHING);
        Arrays.fill(texts, "");
    }

    /** Whether such a payload is worth remembering. */
    static boolean isWorthIt(@Nullable MessageKind kind, int payloadBytes) {
        boolean namesAHash = kind == MessageKind.BLOCK_ANNOUNCEMENT
                || kind == MessageKind.BLOCK_REQUEST
                || kind == MessageKind.TRANSACTION_ANNOUNCEMENT
                || kind == MessageKind.TRANSACTION_REQUEST;
        return namesAHash && payloadBytes <= MAX_PAYLOAD_BYTES;
    }

    /** Decodes a payload, unless its bytes were decoded lately. */
    Message decode(byte[] payload) throws WireException {
        int place = place(payload);
        Message known = messages[place];
        if (known != null && Arrays.equals(payloads[place], payload)) {
            return known;
        }
        Message decoded = MessageCodec.decodePayload(payload);
        payloads[place] = payload;
        messages[place] = decoded;
        return decoded;
    }

    /** The hash that a text names, as {@link Hash#parse} reads it. */
    @Nullable
    Hash parse(String text) {
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> Short.SIZE)) & (PLACES - 1);
        Hash known = hashes[place];
        if (known != null && texts[place].equals(text)) {
            return known;
        }
        Hash parsed = Hash.parse(text);
        if (parsed == null) {
            return null;
        }
        Hash shared = sharing.apply(parsed);
        texts[place] = text;
        hashes[place] = shared;
        return shared;
    }

    private static int place(byte[] payload) {
        int telling = payload.length - TELLING_BYTES;
        long hexDigits = telling < 0 ? 0 : (long) LONG.get(payload, telling);
        return (int) (((hexDigits + payload[0]) * SPREAD) >>> (Long.SIZE - PLACE_BITS));
    }
}
