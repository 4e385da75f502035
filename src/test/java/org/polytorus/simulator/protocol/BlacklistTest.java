package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;

/** Who is turned away, by whom, and for how long. */
final class BlacklistTest {
    private final VirtualNetwork network = new VirtualNetwork();
    private final VirtualNetwork.Host listener = network.add(1, VirtualNetwork.quiet());
    private final VirtualNetwork.Host dialler = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));

    private void connect() {
        network.start();
        network.runFor(Duration.ofSeconds(2));
        assertThat(listener.view().peers()).hasSize(1);
    }

    private static Input blacklist(VirtualNetwork.Host host, @Nullable Duration duration) {
        return new Input.BlacklistPeer(host.core.id(), "it annoys me", duration);
    }

    @Test
    void aBlacklistedPeerLosesItsConnectionAndItsAddressIsNotDialled() {
        connect();
        dialler.input(blacklist(listener, null));
        network.runFor(Duration.ofMinutes(10));
        assertThat(dialler.view().peers()).isEmpty();
        assertThat(dialler.view().blacklist()).singleElement().satisfies(entry -> {
            assertThat(entry.peer()).isEqualTo(listener.core.id());
            assertThat(entry.address()).isEqualTo(Endpoint.loopback(1));
            assertThat(entry.reason()).isEqualTo("it annoys me");
            assertThat(entry.byUser()).isTrue();
            assertThat(entry.expiresNanos()).isEqualTo(Long.MAX_VALUE);
        });
        assertThat(dialler.view().failed()).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo(DialFailure.BLACKLISTED);
            assertThat(failed.nextTryNanos()).isEqualTo(Long.MAX_VALUE);
        });
        assertThat(dialler.observed(Observation.DialFailed.class)).hasSize(1);
        assertThat(listener.observed(Observation.PeerConnected.class)).hasSize(1);
    }

    @Test
    void aBlacklistedPeerThatDialsIsNotAccepted() {
        connect();
        listener.input(blacklist(dialler, null));
        network.runFor(Duration.ofSeconds(30));
        assertThat(listener.view().peers()).isEmpty();
        assertThat(dialler.view().peers()).isEmpty();
        assertThat(dialler.view().failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo(DialFailure.REJECTED));
        assertThat(listener.wires).isEmpty();
    }

    @Test
    void aBlacklistingThatHasExpiredLetsBothConnectAgainByThemselves() {
        connect();
        dialler.input(blacklist(listener, Duration.ofMinutes(2)));
        network.runFor(Duration.ofSeconds(119));
        assertThat(dialler.view().peers()).isEmpty();
        network.runFor(Duration.ofSeconds(2));
        assertThat(dialler.view().peers()).hasSize(1);
        assertThat(dialler.view().blacklist()).isEmpty();
        assertThat(dialler.observed(Observation.Unblacklisted.class))
                .extracting(Observation.Unblacklisted::cause)
                .containsExactly("expired");
    }

    @Test
    void whoIsTakenOffTheListIsDialledAtOnce() {
        connect();
        dialler.input(blacklist(listener, null));
        network.runFor(Duration.ofSeconds(5));
        dialler.input(new Input.UnblacklistPeer(listener.core.id()));
        network.runFor(Duration.ofSeconds(1));
        assertThat(dialler.view().peers()).hasSize(1);
        assertThat(dialler.view().failed()).isEmpty();
    }

    @Test
    void aMendedNetworkDoesNotUndoTheBlacklist() {
        connect();
        dialler.input(blacklist(listener, null));
        network.runFor(Duration.ofSeconds(5));
        network.rejoin(dialler);
        network.runFor(Duration.ofSeconds(5));
        assertThat(dialler.view().peers()).isEmpty();
    }

    @Test
    void anAddressThatLeadsToABlacklistedPeerIsLearnedAndLeftAlone() {
        Script script = Script.dialling();
        script.give(new Input.BlacklistPeer(Script.PEER, "known from elsewhere", null));
        script.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
        script.give(new Input.Closed(Script.CONNECTION, "ended by this side"));
        assertThat(script.view().blacklist())
                .singleElement()
                .satisfies(entry -> assertThat(entry.address()).isEqualTo(Script.ADDRESS));
        assertThat(script.view().failed())
                .extracting(NodeView.FailedDial::reason)
                .containsExactly(DialFailure.BLACKLISTED);
    }

    @Test
    void aBlacklistedPeersHandshakeIsAnsweredWithARefusal() {
        Script script = Script.accepting().give(new Input.BlacklistPeer(Script.PEER, "no", null));
        script.saysHandshake(NodeType.OURS);
        assertThat(script.sent()).containsExactly(new Message.HandshakeAck(Script.SELF, false));
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
    }

    @Test
    void theThirdInvalidBlockWithinAMinuteCostsTenMinutes() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.says(invalidBlock()).says(invalidBlock());
        assertThat(script.ended()).isNull();
        script.says(invalidBlock());
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
        assertThat(script.view().blacklist()).singleElement().satisfies(entry -> {
            assertThat(entry.byUser()).isFalse();
            assertThat(entry.expiresNanos() - entry.sinceNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(10));
        });
        script.pass(Duration.ofMinutes(10));
        assertThat(script.view().blacklist()).isEmpty();
    }

    @Test
    void anInvalidBlockNowAndThenIsForgiven() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        for (int i = 0; i < 3; i++) {
            script.says(invalidBlock()).pass(Duration.ofSeconds(31));
        }
        assertThat(script.view().blacklist()).isEmpty();
        assertThat(script.view().peers()).hasSize(1);
    }

    private static Message invalidBlock() {
        Block genesis = Genesis.BLOCK;
        return new Message.BlockData(new Block(
                genesis.timestamp(),
                genesis.transactions(),
                genesis.hash(),
                new Hash(1, 2, 3, 4).toString(),
                1,
                1,
                1,
                genesis.difficultyConfig(),
                genesis.miningStats(),
                genesis.commitment()));
    }

    @Test
    void aMalformedFrameCostsTheConnectionAndOnlyTheThirdWithinAMinuteAMinute() {
        connect();
        for (int i = 0; i < 3; i++) {
            assertThat(listener.view().blacklist()).isEmpty();
            ConnectionId connection = listener.view().peers().getFirst().connection();
            listener.input(new Input.Received(connection, new byte[] {9, 9}));
            network.runFor(Duration.ofSeconds(3));
        }
        assertThat(listener.view().blacklist()).hasSize(1);
        assertThat(listener.view().peers()).isEmpty();
        network.runFor(Duration.ofSeconds(75));
        assertThat(listener.view().peers())
                .as("a link that was mended is whole again by itself")
                .hasSize(1);
    }

    @Test
    void whatTheUserDecidedIsNotShortenedByTheNode() {
        Blacklist blacklist = new Blacklist(context());
        blacklist.add(new PeerId(1, 1), null, "by order", true, null);
        blacklist.add(new PeerId(1, 1), null, "its own idea", false, Duration.ofSeconds(1));
        assertThat(blacklist.entries()).extracting(BlacklistEntry::reason).containsExactly("by order");
    }

    @Test
    void aFullListDropsTheEntryThatWouldEndSoonest() {
        Blacklist blacklist = new Blacklist(context());
        for (int i = 0; i <= Blacklist.MAX_ENTRIES; i++) {
            blacklist.add(new PeerId(0, i), null, "again", true, i == 7 ? Duration.ofMinutes(1) : null);
        }
        assertThat(blacklist.entries()).hasSize(Blacklist.MAX_ENTRIES);
        assertThat(blacklist.find(new PeerId(0, 7), null)).isNull();
        assertThat(blacklist.find(new PeerId(0, Blacklist.MAX_ENTRIES), null)).isNotNull();
    }

    private static NodeContext context() {
        return new NodeContext(
                VirtualNetwork.quiet(), new PeerId(5, 5), new SplittableRandom(1), new SharedValues(), _ -> {});
    }
}
