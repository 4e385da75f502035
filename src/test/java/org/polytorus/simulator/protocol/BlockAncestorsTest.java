package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.Message;

/** Whoever asks for a block is told of its ancestors, as far as it is not known to have them. */
final class BlockAncestorsTest {
    private static final int HEIGHT = 60;

    private final Script script = new Script(VirtualNetwork.quiet());
    private final List<Hash> chain = new ArrayList<>();

    /** A peer that says it is as high as the node, so that it is told of nothing but the tip. */
    private void joins(String nodeType) {
        for (int i = 0; i < HEIGHT; i++) {
            script.give(new Input.MineBlock());
        }
        script.observed(Observation.BlockMined.class).forEach(mined -> chain.add(mined.hash()));
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS));
        script.says(new Message.Handshake(Script.PEER, 1, HEIGHT, 1_750_000_000L, nodeType));
        script.sent();
    }

    private Message.BlockAnnouncement announcement(int height) {
        return new Message.BlockAnnouncement(chain.get(height - 1).blockText(), height);
    }

    private List<Message> announcements(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .<Message>mapToObj(this::announcement)
                .toList();
    }

    /** What the node says to that before the block itself, which comes last. */
    private List<Message> toldBeforeBlock(int height) {
        script.says(new Message.BlockRequest(chain.get(height - 1).blockText()));
        List<Message> sent = script.sent();
        assertThat(sent.getLast())
                .isInstanceOfSatisfying(
                        Message.BlockData.class,
                        data -> assertThat(data.block().height()).isEqualTo(height));
        return sent.subList(0, sent.size() - 1);
    }

    @Test
    void theFiftyNearestAreAnnouncedOldestFirstAndThenTheBlockComes() {
        joins(NodeType.OURS);
        assertThat(toldBeforeBlock(HEIGHT)).isEqualTo(announcements(HEIGHT - 50, HEIGHT - 1));
    }

    @Test
    void nothingIsAnnouncedTwiceAndTheGenesisBlockNever() {
        joins(NodeType.OURS);
        toldBeforeBlock(HEIGHT);
        assertThat(toldBeforeBlock(30)).isEmpty();
        assertThat(toldBeforeBlock(HEIGHT - 50)).isEqualTo(announcements(1, HEIGHT - 51));
        assertThat(toldBeforeBlock(5)).isEmpty();
    }

    @Test
    void whatThePeerHasAnnouncedItselfAndWhatLiesBehindItIsLeftOut() {
        joins(NodeType.OURS);
        script.says(announcement(40));
        assertThat(toldBeforeBlock(HEIGHT)).isEqualTo(announcements(41, HEIGHT - 1));
    }

    @Test
    void aPeerThatKnowsNoAnnouncementsGetsTheBlockAlone() {
        joins(NodeType.POLYTORUS);
        assertThat(toldBeforeBlock(HEIGHT)).isEmpty();
    }
}
