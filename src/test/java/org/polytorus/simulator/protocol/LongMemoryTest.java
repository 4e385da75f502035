package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** What a node hands its host to keep, and how it lives on from that. */
final class LongMemoryTest {
    private static final Endpoint ONE = Endpoint.loopback(1);
    private static final Endpoint TWO = Endpoint.loopback(2);
    private static final Endpoint NOBODY = Endpoint.loopback(9);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualNetwork network = new VirtualNetwork();

    private static NodeSettings remembering(Endpoint... bootstrap) {
        return VirtualNetwork.quiet(bootstrap).but().remembers(true).build();
    }

    @Test
    void aNodeComesBackToItsTipFromTheBlocksThatItHandedOver() {
        VirtualNetwork.Host miner = network.add(1, remembering());
        VirtualNetwork.Host follower = network.add(2, remembering(ONE));
        network.start();
        mine(miner, 3);
        network.runFor(SECOND);
        assertThat(follower.keptBlocks).hasSize(3).isEqualTo(miner.keptBlocks);

        VirtualNetwork.Host reborn = network.add(3, remembering());
        reborn.input(new Input.Remembered(follower.keptBlocks, List.of()));
        reborn.input(new Input.Start(reborn.endpoint));
        network.runFor(SECOND);
        assertThat(reborn.view().tip()).isEqualTo(miner.view().tip());
        assertThat(reborn.recalled).containsExactly(new Output.Recalled(3, 0, 0));
        assertThat(reborn.keptBlocks).as("what came from the disk").isEmpty();
    }

    @Test
    void blocksOfSideBranchesAreHandedOverToo() {
        VirtualNetwork.Host miner = network.add(1, remembering());
        VirtualNetwork.Host rival = network.add(2, remembering(ONE));
        network.start();
        network.runFor(SECOND);
        network.isolate(rival);
        mine(miner, 1);
        mine(rival, 2);
        network.rejoin(rival);
        network.runFor(Duration.ofSeconds(10));
        assertThat(miner.view().reorganisations()).isEqualTo(1);
        assertThat(miner.keptBlocks).hasSize(3);
    }

    @Test
    void aBlockThatWasChangedOnTheDiskIsRefusedAndCounted() {
        VirtualNetwork.Host miner = network.add(1, remembering());
        network.start();
        mine(miner, 2);
        List<Block> changed = new ArrayList<>(miner.keptBlocks);
        changed.set(1, withOneMoreOnTheNonce(changed.get(1)));

        VirtualNetwork.Host reborn = network.add(3, remembering());
        reborn.input(new Input.Remembered(changed, List.of()));
        network.runFor(SECOND);
        assertThat(reborn.recalled).containsExactly(new Output.Recalled(1, 1, 0));
        assertThat(reborn.view().height()).isEqualTo(1);
    }

    @Test
    void peersAreHandedOverOnceAMinuteAndAtTheStop() {
        network.add(1, VirtualNetwork.quiet());
        network.add(2, VirtualNetwork.quiet());
        VirtualNetwork.Host node = network.add(3, remembering(ONE, TWO));
        network.start();
        network.runFor(Duration.ofSeconds(59));
        assertThat(node.keptPeers).isEmpty();
        network.runFor(SECOND);
        assertThat(node.keptPeers).extracting(PeerInfo::address).containsExactly(ONE, TWO);

        VirtualNetwork.Host shortLived = network.add(4, remembering(ONE));
        shortLived.input(new Input.Start(shortLived.endpoint));
        network.runFor(SECOND);
        shortLived.input(new Input.Stop());
        network.runFor(SECOND);
        assertThat(shortLived.keptPeers).extracting(PeerInfo::address).containsExactly(ONE);
    }

    @Test
    void aNodeThatIsToKeepNothingHandsNothingOver() {
        network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host node = network.add(2, VirtualNetwork.quiet(ONE));
        network.start();
        mine(node, 1);
        network.runFor(Duration.ofMinutes(3));
        node.input(new Input.Stop());
        network.runFor(SECOND);
        assertThat(node.keptBlocks).isEmpty();
        assertThat(node.keptPeers).isEmpty();
    }

    @Test
    void aNodeWhoseBootstrapIsGoneDialsWhomItKnewBefore() {
        VirtualNetwork.Host old = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host reborn = network.add(2, remembering(NOBODY));
        reborn.input(new Input.Remembered(List.of(), List.of(info(ONE))));
        network.start();
        network.runFor(Duration.ofSeconds(10));
        assertThat(reborn.view().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.id()).isEqualTo(old.core.id()));
    }

    @Test
    void oldAddressesAreLeftAloneWhileTheBootstrapHolds() {
        network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host reborn = network.add(2, remembering(ONE));
        reborn.input(new Input.Remembered(List.of(), List.of(info(Endpoint.loopback(100)))));
        network.start();
        network.runFor(Duration.ofMinutes(2));
        assertThat(reborn.observed(Observation.DialFailed.class)).isEmpty();
    }

    private void mine(VirtualNetwork.Host host, int blocks) {
        int goal = host.view().height() + blocks;
        for (int i = 0; i < blocks; i++) {
            host.input(new Input.MineBlock());
        }
        assertThat(network.runUntil(() -> host.view().height() == goal, SECOND)).isTrue();
    }

    private static PeerInfo info(Endpoint address) {
        return new PeerInfo(new PeerId(0x1111_1111_0000_0000L + address.port(), address.port()), address, 0, 0, "full");
    }

    private static Block withOneMoreOnTheNonce(Block block) {
        return new Block(
                block.timestamp(),
                block.transactions(),
                block.previousHash(),
                block.hash(),
                block.nonce() + 1,
                block.height(),
                block.difficulty(),
                block.difficultyConfig(),
                block.miningStats(),
                block.commitment());
    }
}
