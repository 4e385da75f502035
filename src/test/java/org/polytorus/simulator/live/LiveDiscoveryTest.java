package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** Twelve real nodes on real sockets that each know one address, of a node that has room for five peers. */
class LiveDiscoveryTest {
    private static final int NODES = 12;
    private static final int WISHED = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final NodeName BOOTSTRAP = new NodeName("node1");

    private final Testnet testnet = new LiveTestnetFactory().start(oneBootstrap());

    @AfterEach
    void closed() {
        testnet.close();
    }

    @Test
    void theyFindEachOtherAndThePictureShowsOnlyWhatIsConnected() {
        await().atMost(PATIENCE).until(() -> haveTheirPeers(testnet.snapshot()));
        await().atMost(PATIENCE).until(() -> links(testnet.snapshot()).equals(connectedPairs(testnet.snapshot())));
        assertThat(testnet.eventsAfter(0))
                .filteredOn(event -> event.text().contains("has found as many peers as it wishes"))
                .hasSize(NODES);
    }

    @Test
    void theDeathOfTheNodeThatIntroducedThemDoesThemNoHarm() {
        await().atMost(PATIENCE).until(() -> haveTheirPeers(testnet.snapshot()));
        done(new TestnetCommand.StopNode(BOOTSTRAP));
        await().atMost(PATIENCE).until(() -> haveTheirPeers(testnet.snapshot()));
        await().atMost(PATIENCE)
                .until(() -> links(testnet.snapshot()).stream().noneMatch(link -> link.joins(BOOTSTRAP)));
    }

    @Test
    void aPairThatTheUserDroppedStaysInThePictureUntilItIsRestored() {
        await().atMost(PATIENCE).until(() -> haveTheirPeers(testnet.snapshot()));
        LinkId link = links(testnet.snapshot()).iterator().next();
        done(new TestnetCommand.DropLink(link));
        await().atMost(PATIENCE)
                .until(() -> testnet.snapshot().links().stream()
                        .anyMatch(seen -> seen.id().equals(link) && seen.state() == LinkSnapshot.State.DROPPED));
        await().atMost(PATIENCE).until(() -> haveTheirPeers(testnet.snapshot()));
        assertThat(links(testnet.snapshot())).contains(link);
    }

    private static TestnetSpec oneBootstrap() {
        TestnetSpec generated = GeneratedTestnet.of("one bootstrap", Topology.ONE_BOOTSTRAP, NODES, 0, 4711);
        DiscoverySettings discovery = new DiscoverySettings(true, Duration.ofSeconds(1), WISHED);
        List<NodeSpec> nodes = generated.nodes().stream()
                .map(node -> node.but()
                        .discovery(discovery)
                        .mining(false)
                        .transactionInterval(null)
                        .maxPeers(node.name().equals(BOOTSTRAP) ? 5 : 20)
                        .build())
                .toList();
        return new TestnetSpec(generated.name(), generated.seed(), nodes, generated.links());
    }

    private static boolean haveTheirPeers(TestnetSnapshot snapshot) {
        return snapshot.components().size() == 1
                && snapshot.nodes().stream()
                        .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                        .allMatch(node -> node.peers().size() >= WISHED);
    }

    private static Set<LinkId> links(TestnetSnapshot snapshot) {
        Set<LinkId> ids = new TreeSet<>();
        snapshot.links().forEach(link -> ids.add(link.id()));
        return ids;
    }

    private static Set<LinkId> connectedPairs(TestnetSnapshot snapshot) {
        Set<LinkId> pairs = new TreeSet<>();
        for (NodeSnapshot node : snapshot.nodes()) {
            for (NodeSnapshot.PeerSnapshot peer : node.peers()) {
                NodeName name = peer.name();
                if (name != null) {
                    pairs.add(LinkId.of(node.name(), name));
                }
            }
        }
        return pairs;
    }

    private void done(TestnetCommand command) {
        Commands.done(testnet, command);
    }
}
