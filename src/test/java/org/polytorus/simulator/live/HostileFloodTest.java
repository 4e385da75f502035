package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.BlockFlaw;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** More than anybody could use: what a node keeps of it is bounded, and its neighbours do not notice. */
class HostileFloodTest {
    private static final int MILLION = 1_000_000;
    private static final int BATCH = 10_000;
    private static final long HEAP_BOUND = 48L << 20;

    private final HostileTestnet hostile = new HostileTestnet(Duration.ofSeconds(60));

    @AfterEach
    void closed() {
        hostile.close();
    }

    @Test
    void aMillionAnnouncementsOfUnknownBlocksLeaveNothingBehindButAName() throws IOException {
        flood(n -> new Message.BlockAnnouncement(new Hash(n, 7, 7, 7).blockText(), 1));
    }

    @Test
    void aMillionAnnouncementsOfUnknownTransactionsLeaveNothingBehindButAName() throws IOException {
        flood(n -> new Message.TransactionAnnouncement(new Hash(n, 7, 7, 7).transactionText()));
    }

    private void flood(LongFunction<Message> announcement) throws IOException {
        long heapBefore = Heap.usedAfterGc();
        try (HostileGuest peer = hostile.join()) {
            long requestsBefore = hostile.guest().messagesSent();
            for (int from = 0; from < MILLION; from += BATCH) {
                ByteArrayOutputStream batch = new ByteArrayOutputStream();
                for (int n = from; n < from + BATCH; n++) {
                    batch.writeBytes(MessageCodec.encodeFrame(announcement.apply(n)));
                }
                peer.sayRaw(batch.toByteArray());
            }
            hostile.eventually(() -> hostile.guest().messagesReceived() > MILLION);
            assertThat(hostile.guest().messagesSent() - requestsBefore)
                    .as("requests and keep-alives, far fewer than announcements")
                    .isLessThan(MILLION / 100);
            assertThat(hostile.guest().queued()).isLessThanOrEqualTo(1_000);
            assertThat(Heap.usedAfterGc() - heapBefore).isLessThan(HEAP_BOUND);
        }
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void aPeerThatAnswersPingsButNeverHandsOverWhatItAnnouncedIsBlacklisted() throws IOException {
        try (HostileGuest peer = hostile.join()) {
            long n = 0;
            while (hostile.hasGuest()) {
                if (peer.hear() instanceof Message.Ping ping) {
                    peer.say(new Message.Pong(ping.nonce(), ping.timestampSeconds()));
                    for (int i = 0; i < 100; i++) {
                        peer.say(new Message.BlockAnnouncement(new Hash(n++, 7, 7, 7).blockText(), 1));
                    }
                }
            }
        } catch (IOException ended) {
            hostile.eventually(() -> !hostile.victim().blacklist().isEmpty());
        }
        hostile.awaitMisbehaviour("on its blacklist for 600 s", "announcements of what it does not hand over");
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void deepChainsOfOrphansTakeABoundedRoom() throws IOException {
        long heapBefore = Heap.usedAfterGc();
        try (HostileGuest peer = hostile.join()) {
            for (Block orphan : HostileChain.orphans(2_000, 0)) {
                peer.say(new Message.BlockData(orphan));
            }
            for (Block orphan : HostileChain.orphans(30, 1_000_000)) {
                peer.say(new Message.BlockData(orphan));
            }
            hostile.eventually(() -> hostile.guest().messagesReceived() >= 2_030);
            assertThat(hostile.victim().orphanBlocks()).isLessThanOrEqualTo(1_000);
            assertThat(Heap.usedAfterGc() - heapBefore).isLessThan(HEAP_BOUND);
        }
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void everyBrokenRuleOfTheChainIsNamedToThePerson() throws IOException {
        int guests = 0;
        for (Map.Entry<BlockFlaw, Block> flawed : HostileChain.flawed().entrySet()) {
            try (HostileGuest peer = HostileGuest.registered(hostile.address(), new PeerId(7, ++guests))) {
                peer.say(new Message.BlockData(flawed.getValue()));
                hostile.awaitMisbehaviour(
                        "a block that breaks a rule of the chain",
                        flawed.getKey().text());
            }
        }
        hostile.assertOthersDidNotNotice();
    }
}
