package org.polytorus.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.StagedTestnet;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import tools.jackson.databind.JsonNode;

/** Two real nodes with interfaces of their own, asked from outside as a person with curl would. */
class HttpEndToEndTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private int portOfOne;
    private int portOfTwo;
    private Testnet testnet = new StagedTestnet(HttpFixture.picture(NodeSnapshot.State.RUNNING));

    @BeforeEach
    void started() throws IOException {
        try (ServerSocket one = free();
                ServerSocket two = free()) {
            portOfOne = one.getLocalPort();
            portOfTwo = two.getLocalPort();
        }
        List<NodeSpec> nodes = List.of(
                HttpFixture.withHttp("node1", HttpSpec.at(Endpoint.loopback(portOfOne))),
                HttpFixture.withHttp("node2", HttpSpec.at(Endpoint.loopback(portOfTwo))));
        testnet = new HttpTestnetFactory(new LiveTestnetFactory())
                .start(new TestnetSpec("two", 4711, nodes, List.of(LinkSpec.clean(ONE, TWO))));
        await().atMost(PATIENCE)
                .until(() -> testnet.snapshot().links().getFirst().state() == LinkSnapshot.State.CONNECTED);
    }

    @AfterEach
    void closed() {
        client.close();
        testnet.close();
    }

    @Test
    void aTransactionHandedInAtOneNodeReachesTheOtherAndEndsInABlock() throws Exception {
        JsonNode sent = json(post(portOfOne, "/send", "{\"from\":\"alice\",\"to\":\"bob\",\"amount\":25,\"nonce\":1}"));
        assertThat(sent.get("transaction_id").stringValue()).matches("[0-9a-f]{64}");
        await().atMost(PATIENCE)
                .until(() -> get(portOfTwo, "/metrics").contains("polytorus_mempool_transactions{node=\"node2\"} 1.0"));
        long before = json(get(portOfTwo, "/status")).get("total_transactions").longValue();

        done(new TestnetCommand.MineBlock(TWO));

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = json(get(portOfOne, "/status"));
            assertThat(status.get("block_height").intValue()).isEqualTo(1);
            assertThat(status.get("total_blocks").intValue()).isEqualTo(2);
            // The payment and the block's own coinbase.
            assertThat(status.get("total_transactions").longValue()).isEqualTo(before + 2);
        });
        assertThat(json(get(portOfOne, "/stats")).get("transactions_sent").intValue())
                .isEqualTo(1);
    }

    @Test
    void theSamePaymentIsMadeOnce() throws Exception {
        String payment = "{\"from\":\"alice\",\"to\":\"bob\",\"amount\":25,\"nonce\":1}";
        post(portOfOne, "/transaction", payment);
        assertThat(json(post(portOfOne, "/transaction", payment)).get("status").intValue())
                .isEqualTo(409);
        await().atMost(PATIENCE)
                .until(() -> get(portOfTwo, "/metrics").contains("polytorus_mempool_transactions{node=\"node2\"} 1.0"));
    }

    @Test
    void aBlacklistedPeerIsLeftAndComesBackWhenItIsTakenOff() throws Exception {
        String idOfTwo = json(get(portOfTwo, "/status")).get("node_id").stringValue();
        assertThat(json(get(portOfOne, "/api/network/peer/" + idOfTwo))
                        .get("peer_id")
                        .stringValue())
                .isEqualTo(idOfTwo);

        assertThat(json(post(
                                portOfOne,
                                "/api/network/blacklist",
                                "{\"peer_id\":\"" + idOfTwo + "\",\"reason\":\"a test\"}"))
                        .get("success")
                        .booleanValue())
                .isTrue();
        await().atMost(PATIENCE)
                .until(() -> json(get(portOfOne, "/api/network/health"))
                                .get("total_nodes")
                                .intValue()
                        == 1);

        URI listed = URI.create("http://127.0.0.1:" + portOfOne + "/api/network/blacklist/" + idOfTwo);
        assertThat(send(HttpRequest.newBuilder(listed).DELETE()).statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(listed).DELETE()).statusCode()).isEqualTo(404);
        await().atMost(PATIENCE)
                .until(() -> json(get(portOfOne, "/api/network/health"))
                                .get("total_nodes")
                                .intValue()
                        == 2);
    }

    @Test
    void aStoppedNodeIsNotReachedAndComesBackOnItsPort() throws Exception {
        done(new TestnetCommand.StopNode(ONE));
        await().atMost(PATIENCE).until(() -> !isReached(portOfOne));
        assertThat(get(portOfTwo, "/metrics")).contains("polytorus_node_up{node=\"node1\"} 0.0");
        done(new TestnetCommand.StartNode(ONE));
        await().atMost(PATIENCE).until(() -> isReached(portOfOne));
    }

    private boolean isReached(int port) throws InterruptedException {
        try {
            return get(port, "/status").contains("\"is_running\":true");
        } catch (IOException refused) {
            return false;
        }
    }

    private String get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                .body();
    }

    private String post(int port, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void done(TestnetCommand command) {
        assertThat(Commands.submit(testnet, command).done()).isTrue();
    }

    private static JsonNode json(String body) {
        return Json.MAPPER.readTree(body);
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
