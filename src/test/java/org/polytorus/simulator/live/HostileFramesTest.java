package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** Streams that are no frames, and frames that are no messages: each is named, ends its connection and disturbs nobody. */
class HostileFramesTest {
    private final HostileTestnet hostile = new HostileTestnet(Duration.ofSeconds(8));

    @AfterEach
    void closed() {
        hostile.close();
    }

    @Test
    void garbageBeforeOrAfterTheHandshakeEndsTheConnection() throws IOException {
        byte[] garbage = new byte[1_000_000];
        new SplittableRandom(3).nextBytes(garbage);
        try (HostileGuest stranger = new HostileGuest(hostile.address())) {
            sayWhateverIsTaken(stranger, garbage);
            assertThat(stranger.isEnded()).isTrue();
        }
        hostile.awaitMisbehaviour("a stranger", "a frame that is no message");
        try (HostileGuest peer = hostile.join()) {
            sayWhateverIsTaken(peer, garbage);
            assertThat(peer.isEnded()).isTrue();
        }
        hostile.awaitMisbehaviour(HostileTestnet.GUEST.shortText(), "a frame that is no message");
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void impossibleLengthsEndTheConnectionBeforeAByteOfTheFrame() throws IOException {
        int littleEndian = Integer.reverseBytes(100);
        for (int length : new int[] {0, Frames.MAX_PAYLOAD_BYTES + 1, -1, Integer.MIN_VALUE, littleEndian}) {
            try (HostileGuest stranger = new HostileGuest(hostile.address())) {
                stranger.sayLength(length);
                assertThat(stranger.isEnded())
                        .as("after a length of " + Integer.toUnsignedString(length))
                        .isTrue();
            }
            hostile.awaitMisbehaviour("a frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void halfAFrameDribbledForEverIsEnded() throws IOException {
        try (HostileGuest peer = hostile.join()) {
            peer.sayLength(1_000_000);
            hostile.eventually(() -> !dribbles(peer));
        }
        hostile.awaitMisbehaviour("half a frame", "1000000 bytes did not come within 8 s");
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void listsAndTextsThatClaimMoreThanTheFrameHoldsAreNotMadeRoomFor() throws IOException {
        MessageKind[] withLength = {
            MessageKind.BLOCK_ANNOUNCEMENT,
            MessageKind.TRANSACTION_ANNOUNCEMENT,
            MessageKind.BLOCK_REQUEST,
            MessageKind.TRANSACTION_REQUEST,
            MessageKind.PEER_LIST,
            MessageKind.ERROR,
            MessageKind.TRANSACTION_DATA
        };
        long heapBefore = Heap.usedAfterGc();
        for (MessageKind kind : withLength) {
            try (HostileGuest stranger = new HostileGuest(hostile.address())) {
                stranger.sayRaw(claiming(kind, 1L << 60));
                assertThat(stranger.isEnded()).as(kind.wireName()).isTrue();
            }
            hostile.awaitMisbehaviour("LENGTH_BEYOND_FRAME", kind.wireName(), "it claims " + (1L << 60));
        }
        assertThat(Heap.usedAfterGc() - heapBefore).isLessThan(32L << 20);
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void theThirdMalformedFrameOfAPeerWithinAMinutePutsItOnTheBlacklist() throws IOException {
        for (int strike = 1; strike <= 3; strike++) {
            try (HostileGuest peer = hostile.join()) {
                peer.sayRaw(new byte[] {0, 0, 0, 2, 9, 9});
                assertThat(peer.isEnded()).isTrue();
            }
            hostile.eventually(() -> !hostile.hasGuest());
        }
        hostile.awaitMisbehaviour("on its blacklist for 60 s", "a frame that is no message, 3 times");
        assertThat(hostile.victim().blacklist())
                .singleElement()
                .satisfies(entry -> assertThat(entry.peer()).isEqualTo(HostileTestnet.GUEST));
        try (HostileGuest again = new HostileGuest(hostile.address())) {
            again.sayHandshake(HostileTestnet.GUEST);
            assertThat(again.hear())
                    .isEqualTo(new Message.HandshakeAck(hostile.victim().id(), false));
        }
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void largestFramesFullOfNonsenseNeverBecomeMoreThanOneAtATime() throws IOException {
        byte[] padded = new byte[Frames.HEADER_BYTES + Frames.MAX_PAYLOAD_BYTES];
        byte[] status = MessageCodec.encodeFrame(new Message.StatusUpdate(0));
        System.arraycopy(status, 0, padded, 0, status.length);
        ByteBuffer.wrap(padded).putInt(Frames.MAX_PAYLOAD_BYTES);
        long heapBefore = Heap.usedAfterGc();
        try (HostileGuest peer = hostile.join()) {
            for (int i = 0; i < 30; i++) {
                peer.sayRaw(padded);
            }
            hostile.eventually(() -> hostile.guest().bytesReceived() >= 30L * Frames.MAX_PAYLOAD_BYTES);
            assertThat(Heap.usedAfterGc() - heapBefore).isLessThan(64L << 20);
        }
        assertThat(hostile.testnet.eventsAfter(0))
                .as("bytes after a message are passed over, as PolyTorus does")
                .noneMatch(event -> event.kind() == TestnetEvent.Kind.MISBEHAVIOUR);
        hostile.assertOthersDidNotNotice();
    }

    private static boolean dribbles(HostileGuest guest) {
        try {
            guest.sayRaw(new byte[] {1});
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** The other side may end it before all is written. */
    private static void sayWhateverIsTaken(HostileGuest guest, byte[] bytes) {
        try {
            guest.sayRaw(bytes);
        } catch (IOException ended) {
            assertThat(ended).hasMessageMatching("(?i).*(reset|broken pipe|abort).*");
        }
    }

    @SuppressWarnings("EnumOrdinal") // The ordinals of MessageKind are the tags on the wire.
    private static byte[] claiming(MessageKind kind, long length) {
        int payloadBytes = Integer.BYTES + Long.BYTES;
        return ByteBuffer.allocate(Frames.HEADER_BYTES + payloadBytes)
                .putInt(payloadBytes)
                .putInt(Integer.reverseBytes(kind.ordinal()))
                .putLong(Long.reverseBytes(length))
                .array();
    }
}
