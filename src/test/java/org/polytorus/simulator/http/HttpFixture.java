package org.polytorus.simulator.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.StagedTestnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Interfaces of node1 on a real port over a scripted testnet of three nodes in a line, the second with two peers. */
final class HttpFixture implements AutoCloseable {
    static final NodeName ONE = new NodeName("node1");
    static final NodeName TWO = new NodeName("node2");
    static final NodeName THREE = new NodeName("node \"3\"");
    static final PeerId ID_OF_ONE = new PeerId(1, 1);
    static final PeerId ID_OF_TWO = new PeerId(1, 2);
    static final int MAX_BODY = 2_048;
    /** 2026-11-22T10:00:00.5Z */
    static final long NOW_NANOS = 1_795_341_600_500_000_000L;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SECOND = 1_000_000_000L;

    final StagedTestnet testnet;
    final HttpInterfaces interfaces;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpFixture(Duration timeout) {
        testnet = new StagedTestnet(picture(NodeSnapshot.State.RUNNING));
        interfaces = HttpInterfaces.start(testnet, spec(new HttpSpec(Endpoint.loopback(0), MAX_BODY, timeout)));
    }

    static HttpFixture start() {
        return new HttpFixture(HttpSpec.USUAL_TIMEOUT);
    }

    static TestnetSpec spec(HttpSpec http) {
        return new TestnetSpec("scripted", 1, List.of(withHttp("node1", http), NodeSpec.named("node2")), List.of());
    }

    static NodeSpec withHttp(String name, HttpSpec http) {
        return NodeSpec.named(name)
                .but()
                .http(http)
                .mining(false)
                .transactionInterval(null)
                .build();
    }

    int port() {
        return requireNonNull(interfaces.addressOf(ONE)).port();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        interfaces.close();
    }

    /** Three nodes in a line; the first is in the given state. */
    static TestnetSnapshot picture(NodeSnapshot.State stateOfOne) {
        List<NodeSnapshot> nodes = List.of(
                node(THREE, new PeerId(1, 3), NodeSnapshot.State.RUNNING, List.of()),
                node(ONE, ID_OF_ONE, stateOfOne, peersOfOne()),
                node(TWO, ID_OF_TWO, NodeSnapshot.State.RUNNING, List.of()));
        LinkSnapshot.DirectionSnapshot measured = new LinkSnapshot.DirectionSnapshot(
                LinkConditions.NONE, 5, 500, 4, 0, 1, 1_500_000, 3_250_000, LinkFidelity.NONE);
        List<LinkSnapshot> links = List.of(
                new LinkSnapshot(
                        LinkId.of(ONE, TWO),
                        LinkSnapshot.State.CONNECTED,
                        measured,
                        LinkSnapshot.DirectionSnapshot.IDLE),
                new LinkSnapshot(
                        LinkId.of(TWO, THREE),
                        LinkSnapshot.State.CONNECTED,
                        LinkSnapshot.DirectionSnapshot.IDLE,
                        LinkSnapshot.DirectionSnapshot.IDLE));
        return Altered.copy(
                SnapshotFixtures.empty().build(),
                "name",
                "scripted",
                "sequence",
                7,
                "epochNanos",
                NOW_NANOS,
                "nodes",
                nodes,
                "links",
                links,
                "components",
                List.of(List.of(THREE, ONE, TWO)),
                "tips",
                2,
                "problems",
                List.of("a problem of the nodes"),
                "healing",
                new Healing(NOW_NANOS - 5 * SECOND, NOW_NANOS - 3 * SECOND));
    }

    private static List<NodeSnapshot.PeerSnapshot> peersOfOne() {
        return List.of(
                peer(ID_OF_TWO, TWO, 3_600_000, NodeSnapshot.Health.HEALTHY),
                peer(new PeerId(9, 9), null, 10_000_000, NodeSnapshot.Health.DEGRADED),
                peer(new PeerId(9, 10), null, -1, NodeSnapshot.Health.DISCONNECTED));
    }

    private static NodeSnapshot.PeerSnapshot peer(
            PeerId id, @Nullable NodeName name, long roundTripNanos, NodeSnapshot.Health health) {
        return new NodeSnapshot.PeerSnapshot(
                id,
                name,
                Endpoint.loopback(8_002),
                true,
                "full",
                4,
                NOW_NANOS - 90 * SECOND,
                NOW_NANOS - 2 * SECOND,
                roundTripNanos,
                health,
                0,
                11,
                12,
                1_100,
                1_200,
                0,
                0,
                null);
    }

    private static NodeSnapshot node(
            NodeName name, PeerId id, NodeSnapshot.State state, List<NodeSnapshot.PeerSnapshot> peers) {
        return new NodeSnapshot(
                name,
                id,
                Endpoint.loopback(8_001),
                state,
                "",
                NodeSnapshot.Health.DEGRADED,
                new Hash(0, 0, 0, 5),
                5,
                7,
                0,
                23,
                4,
                0,
                1,
                true,
                new NetworkStats(9, 2, 101, 102, 1_001, 1_002, 31, 32),
                peers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new QueueStats(1, 2, 3, 4, 500, 6, 7.6, 1.25),
                0,
                null,
                List.of(),
                DiscoveryStats.OFF,
                null,
                QualityStats.OFF,
                new StorageStats("/srv/node1", 7, 4_096, 2, 0, 0, 0, ""));
    }
}
