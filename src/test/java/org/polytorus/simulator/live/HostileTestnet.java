package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Three real nodes that mine: one that a test is hostile to, and two honest ones that must not notice. */
final class HostileTestnet implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);
    static final PeerId GUEST = new PeerId(0x9999_0000_0000_4000L, 0x8000_0000_0000_0999L);

    private static final NodeName VICTIM = new NodeName("victim");
    private static final NodeName FIRST = new NodeName("witness1");
    private static final NodeName SECOND = new NodeName("witness2");
    private static final int BLOCKS_THAT_SHOW_LIFE = 3;

    final Testnet testnet;

    private final List<Long> connectedSince;

    /** Who leaves pings unanswered or a frame unfinished is ended after {@code peerTimeout}. */
    HostileTestnet(Duration peerTimeout) {
        testnet = new LiveTestnetFactory()
                .start(new TestnetSpec(
                        "hostile",
                        4711,
                        List.of(node(VICTIM, peerTimeout), node(FIRST, peerTimeout), node(SECOND, peerTimeout)),
                        List.of(
                                LinkSpec.clean(VICTIM, FIRST),
                                LinkSpec.clean(VICTIM, SECOND),
                                LinkSpec.clean(FIRST, SECOND))));
        eventually(() ->
                testnet.snapshot().links().stream().allMatch(link -> link.state() == LinkSnapshot.State.CONNECTED));
        connectedSince = connectedSince();
    }

    private static NodeSpec node(NodeName name, Duration peerTimeout) {
        return NodeSpec.named(name.value())
                .but()
                .difficulty(1)
                .blockTime(Duration.ofMillis(1_500))
                .transactionInterval(Duration.ofSeconds(1))
                .connectionTimeout(Duration.ofSeconds(3))
                .pingInterval(Duration.ofSeconds(1))
                .peerTimeout(peerTimeout)
                .build();
    }

    /** A guest that has become a peer of the victim's, and is seen as one. */
    HostileGuest join() throws IOException {
        HostileGuest guest = HostileGuest.registered(address(), GUEST);
        eventually(this::hasGuest);
        return guest;
    }

    NodeSnapshot victim() {
        return snapshot(VICTIM);
    }

    Endpoint address() {
        return victim().address();
    }

    PeerSnapshot guest() {
        return victim().peers().stream()
                .filter(peer -> peer.id().equals(GUEST))
                .findFirst()
                .orElseThrow();
    }

    boolean hasGuest() {
        return victim().peers().stream().anyMatch(peer -> peer.id().equals(GUEST));
    }

    void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    /** An event about a rule that was broken says all of this. */
    void awaitMisbehaviour(CharSequence... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(testnet.eventsAfter(0))
                        .filteredOn(event -> event.kind() == TestnetEvent.Kind.MISBEHAVIOUR)
                        .extracting(TestnetEvent::text)
                        .anySatisfy(text -> assertThat(text).contains(words)));
    }

    /** All three mine and agree, and the connections between them are those of the beginning. */
    void assertOthersDidNotNotice() {
        int before = testnet.snapshot().nodes().stream()
                .mapToInt(NodeSnapshot::height)
                .max()
                .orElseThrow();
        eventually(() -> {
            TestnetSnapshot now = testnet.snapshot();
            return now.tips() == 1
                    && now.nodes().stream().allMatch(node -> node.height() >= before + BLOCKS_THAT_SHOW_LIFE);
        });
        assertThat(connectedSince()).isEqualTo(connectedSince);
        assertThat(testnet.snapshot().overflowed()).isZero();
    }

    private List<Long> connectedSince() {
        List<NodeSnapshot> ours = testnet.snapshot().nodes();
        return ours.stream()
                .flatMap(node -> node.peers().stream())
                .filter(peer -> ours.stream().anyMatch(node -> node.id().equals(peer.id())))
                .map(PeerSnapshot::connectedSinceNanos)
                .toList();
    }

    private NodeSnapshot snapshot(NodeName name) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        testnet.close();
    }
}
