package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

final class ShortMessagesTest {
    private static final Hash HASH = new Hash(0, 1, 2, 3);

    private final ShortMessages messages = new ShortMessages(UnaryOperator.identity());

    private static byte[] announcement(Hash hash) {
        return MessageCodec.encodePayload(new Message.BlockAnnouncement(hash.blockText(), 7));
    }

    @Test
    void equalBytesBecomeOneMessage() throws WireException {
        Message first = messages.decode(announcement(HASH));
        assertThat(first).isEqualTo(new Message.BlockAnnouncement(HASH.blockText(), 7));
        assertThat(messages.decode(announcement(HASH))).isSameAs(first);
    }

    @Test
    void aFlippedBitAnywhereIsReadAnew() throws WireException {
        byte[] payload = announcement(HASH);
        messages.decode(payload.clone());
        for (int place = 12; place < payload.length; place++) {
            byte[] flipped = payload.clone();
            flipped[place] ^= 1;
            assertThat(messages.decode(flipped)).isEqualTo(MessageCodec.decodePayload(flipped));
        }
        assertThat(messages.decode(payload)).isEqualTo(MessageCodec.decodePayload(payload));
    }

    @Test
    void longPayloadsAndOtherKindsAreNotRemembered() {
        assertThat(ShortMessages.isWorthIt(MessageKind.BLOCK_ANNOUNCEMENT, announcement(HASH).length))
                .isTrue();
        assertThat(ShortMessages.isWorthIt(MessageKind.BLOCK_ANNOUNCEMENT, 1_000))
                .isFalse();
        assertThat(ShortMessages.isWorthIt(MessageKind.PING, 20)).isFalse();
        assertThat(ShortMessages.isWorthIt(null, 20)).isFalse();
    }

    @Test
    void aTextNamesTheSameHashEachTimeAndNonsenseNone() {
        Hash first = messages.parse(HASH.blockText());
        assertThat(first).isEqualTo(HASH);
        assertThat(messages.parse(HASH.blockText())).isSameAs(first);
        assertThat(messages.parse(HASH.toString())).isEqualTo(HASH);
        assertThat(messages.parse("next_block_hash")).isNull();
    }

    @Test
    void whatTakesAnothersPlaceIsNotTakenForIt() throws WireException {
        for (int number = 0; number < 5_000; number++) {
            Hash hash = new Hash(0, 0, 0, number);
            assertThat(messages.parse(hash.blockText())).isEqualTo(hash);
            assertThat(messages.decode(announcement(hash)))
                    .isEqualTo(new Message.BlockAnnouncement(hash.blockText(), 7));
        }
    }

    @Test
    void sharedFramesAreWhatTheCodecWrites() {
        SharedFrames frames = new SharedFrames();
        Block block = Genesis.BLOCK;
        for (int round = 0; round < 2; round++) {
            for (long number : Arrays.asList(1L, 2L, 2L, 1L)) {
                Hash hash = new Hash(0, 0, 0, number);
                assertThat(frames.announcement(hash, 4))
                        .isEqualTo(MessageCodec.encodeFrame(new Message.BlockAnnouncement(hash.blockText(), 4)));
                assertThat(frames.announcement(hash, 5))
                        .isEqualTo(MessageCodec.encodeFrame(new Message.BlockAnnouncement(hash.blockText(), 5)));
                assertThat(frames.request(hash))
                        .isEqualTo(MessageCodec.encodeFrame(new Message.BlockRequest(hash.blockText())));
            }
            assertThat(frames.data(block)).isEqualTo(MessageCodec.encodeFrame(new Message.BlockData(block)));
        }
    }
}
