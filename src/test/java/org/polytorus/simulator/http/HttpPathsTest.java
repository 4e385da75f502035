package org.polytorus.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.TestnetCommand;

/** What the paths answer, over real sockets. */
class HttpPathsTest {
    private static final Hash TRANSACTION = new Hash(1, 2, 3, 4);
    private static final String PAYMENT = "{\"from\":\"alice\",\"to\":\"bob\",\"amount\":25,\"nonce\":1001}";

    private final HttpFixture fixture = HttpFixture.start();

    @AfterEach
    void closed() {
        fixture.close();
    }

    @Test
    void healthIsThatOfTheNode() throws Exception {
        assertJson("/health", "{\"status\":\"degraded\",\"timestamp\":\"2026-11-22T10:00:00.500Z\"}");
    }

    @Test
    void statusTellsTheNodesChainAndId() throws Exception {
        assertJson(
                "/status",
                "{\"status\":\"running\",\"block_height\":5,\"is_running\":true,\"total_transactions\":23,"
                        + "\"total_blocks\":6,\"error_rate\":0.0,"
                        + "\"node_id\":\"00000000-0000-0001-0000-000000000001\",\"data_dir\":\"/srv/node1\"}");
    }

    @Test
    void errorRateIsTheShareOfAnswersThatWereErrors() throws Exception {
        fixture.get("/nothing");
        fixture.get("/health");
        fixture.get("/health");
        fixture.get("/health");
        assertThat(fixture.get("/status").body()).contains("\"error_rate\":0.25,");
    }

    @Test
    void statsCountWhatWasHandedInHere() throws Exception {
        fixture.testnet.answer(CommandResult.sent(TRANSACTION));
        fixture.post("/send", PAYMENT);
        fixture.post("/send", PAYMENT);
        fixture.post("/transaction", PAYMENT);
        assertJson(
                "/stats",
                "{\"transactions_sent\":2,\"transactions_received\":1,\"timestamp\":\"2026-11-22T10:00:00.500Z\","
                        + "\"node_id\":\"00000000-0000-0001-0000-000000000001\"}");
    }

    @ParameterizedTest
    @CsvSource({"/send, sent", "/transaction, accepted"})
    void aTransactionIsMadeByTheNodeAndToldByItsHash(String path, String status) throws Exception {
        fixture.testnet.answer(CommandResult.sent(TRANSACTION));
        HttpResponse<String> answer = fixture.post(path, PAYMENT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"" + status + "\",\"transaction_id\":\"" + TRANSACTION
                        + "\",\"message\":\"node1 sends 25 from alice to bob to its peers\"}");
        assertThat(fixture.testnet.commands())
                .containsExactly(new TestnetCommand.SendTransaction(HttpFixture.ONE, "alice", "bob", 25, 1001L));
    }

    @Test
    void aNonceMayUseAll64BitsOrBeLeftToTheNode() throws Exception {
        fixture.testnet.answer(CommandResult.sent(TRANSACTION));
        fixture.post("/send", "{\"from\":\"a\",\"to\":\"b\",\"amount\":1,\"nonce\":18446744073709551615}");
        fixture.post("/send", "{\"from\":\"a\",\"to\":\"b\",\"amount\":1}");
        assertThat(fixture.testnet.commands())
                .containsExactly(
                        new TestnetCommand.SendTransaction(HttpFixture.ONE, "a", "b", 1, -1L),
                        new TestnetCommand.SendTransaction(HttpFixture.ONE, "a", "b", 1, null));
    }

    @Test
    void aTransactionThatTheNodeRefusesIsAConflict() throws Exception {
        fixture.testnet.answer(CommandResult.refused("node1 has it already."));
        HttpResponse<String> answer = fixture.post("/send", PAYMENT);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"node1 has it already.\",\"status\":409}");
        assertThat(fixture.get("/stats").body()).contains("\"transactions_sent\":0");
    }

    @Test
    void networkHealthCountsPeersAndMeasuresWhatTheNodeReaches() throws Exception {
        assertJson(
                "/api/network/health",
                "{\"status\":\"degraded\",\"total_nodes\":3,\"healthy_peers\":1,\"degraded_peers\":1,"
                        + "\"unhealthy_peers\":1,\"average_latency_ms\":7,\"network_diameter\":2}");
    }

    @Test
    void aPeerIsToldWithItsTimesAndCounters() throws Exception {
        assertJson(
                "/api/network/peer/" + HttpFixture.ID_OF_TWO,
                "{\"peer_id\":\"00000000-0000-0001-0000-000000000002\",\"address\":\"127.0.0.1:8002\","
                        + "\"health\":\"healthy\",\"last_seen\":\"2026-11-22T09:59:58.500Z\","
                        + "\"connection_time\":\"2026-11-22T09:58:30.500Z\",\"latency_ms\":4,\"messages_sent\":11,"
                        + "\"messages_received\":12,\"bytes_sent\":1100,\"bytes_received\":1200}");
    }

    @Test
    void aLatencyThatWasNotMeasuredIsNull() throws Exception {
        assertThat(fixture.get("/api/network/peer/" + new PeerId(9, 10)).body()).contains("\"latency_ms\":null");
    }

    @Test
    void queuesAreToldByPriority() throws Exception {
        assertJson(
                "/api/network/queue/stats",
                "{\"critical_queue_size\":1,\"high_queue_size\":2,\"normal_queue_size\":3,\"low_queue_size\":4,"
                        + "\"total_messages_processed\":500,\"total_messages_dropped\":6,"
                        + "\"average_processing_time_ms\":8,\"bandwidth_usage_mbps\":1.25}");
    }

    @Test
    void aPeerIsPutOnTheBlacklistAndTakenOffIt() throws Exception {
        HttpResponse<String> put = fixture.post(
                "/api/network/blacklist",
                "{\"peer_id\":\"" + HttpFixture.ID_OF_TWO + "\",\"reason\":\"sends nonsense\"}");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body())
                .isEqualTo("{\"success\":true,\"message\":\"node1 blacklists " + HttpFixture.ID_OF_TWO
                        + ": sends nonsense\"}");
        HttpResponse<String> taken = delete("/api/network/blacklist/" + HttpFixture.ID_OF_TWO);
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).startsWith("{\"success\":true,");
        assertThat(fixture.testnet.commands())
                .containsExactly(
                        new TestnetCommand.BlacklistPeer(
                                HttpFixture.ONE, HttpFixture.ID_OF_TWO, "sends nonsense", null),
                        new TestnetCommand.UnblacklistPeer(HttpFixture.ONE, HttpFixture.ID_OF_TWO));
    }

    @Test
    void aPeerThatIsNotOnTheBlacklistIsNotFoundThere() throws Exception {
        fixture.testnet.answer(CommandResult.refused("It is not on the list."));
        assertThat(delete("/api/network/blacklist/" + HttpFixture.ID_OF_TWO).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBlacklistingThatTheNodeRefusesIsAConflict() throws Exception {
        fixture.testnet.answer(CommandResult.refused("node1 cannot blacklist itself."));
        HttpResponse<String> answer = fixture.post(
                "/api/network/blacklist", "{\"peer_id\":\"" + HttpFixture.ID_OF_ONE + "\",\"reason\":\"r\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void whatAQuestionMarkBringsChangesNothing() throws Exception {
        assertThat(fixture.get("/health?x=1").statusCode()).isEqualTo(200);
    }

    @Test
    void theHeadOfAnAnswerComesWithoutItsBody() throws Exception {
        HttpResponse<String> answer =
                fixture.send(fixture.request("/health").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("content-length"))
                .hasValue(fixture.get("/health").body().length());
    }

    @Test
    void answersAreNeitherKeptNorReadableAcrossSites() throws Exception {
        HttpResponse<String> answer = fixture.get("/health");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void requestsThatComeAtOnceAreAnsweredInTheirOrder() throws IOException {
        CompletableFuture<CommandResult> slow = new CompletableFuture<>();
        fixture.testnet.answerLater(_ -> slow);
        String head = " HTTP/1.1\r\nHost: localhost:" + fixture.port() + "\r\n";
        try (RawClient client = new RawClient(fixture.port())) {
            client.send("POST /send" + head + "Content-Length: " + PAYMENT.length() + "\r\n\r\n" + PAYMENT
                    + "GET /health" + head + "\r\nGET /nothing" + head + "Connection: close\r\n\r\n");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !fixture.testnet.commands().isEmpty());
            slow.complete(CommandResult.refused("Too late."));
            assertThat(client.readAll()).containsSubsequence("409 Conflict", "200 OK", "\"degraded\"", "404 Not Found");
        }
    }

    @Test
    void metricsTellTheWholeTestnet() throws Exception {
        HttpResponse<String> answer = fixture.get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        List<String> lines = answer.body().lines().toList();
        assertThat(lines)
                .contains(
                        "# TYPE polytorus_messages_sent_total counter",
                        "# TYPE polytorus_active_connections gauge",
                        "polytorus_connections_total{node=\"node1\"} 9.0",
                        "polytorus_active_connections{node=\"node1\"} 2.0",
                        "polytorus_messages_sent_total{node=\"node1\"} 101.0",
                        "polytorus_messages_received_total{node=\"node1\"} 102.0",
                        "polytorus_sent_bytes_total{node=\"node1\"} 1001.0",
                        "polytorus_received_bytes_total{node=\"node1\"} 1002.0",
                        "polytorus_blocks_propagated_total{node=\"node1\"} 31.0",
                        "polytorus_transactions_propagated_total{node=\"node1\"} 32.0",
                        "polytorus_node_up{node=\"node \\\"3\\\"\"} 1.0",
                        "polytorus_block_height{node=\"node2\"} 5.0",
                        "polytorus_peers{node=\"node1\"} 3.0",
                        "polytorus_mempool_transactions{node=\"node1\"} 4.0",
                        "polytorus_link_state{a=\"node1\",b=\"node2\",state=\"connected\"} 1.0",
                        "polytorus_link_state{a=\"node1\",b=\"node2\",state=\"dropped\"} 0.0",
                        "polytorus_link_delay_seconds{from=\"node1\",to=\"node2\"} 0.0015",
                        "polytorus_link_round_trip_seconds{from=\"node1\",to=\"node2\"} 0.00325",
                        "polytorus_components 1.0",
                        "polytorus_tips 2.0",
                        "polytorus_suspects_cut{node=\"node1\"} 0.0",
                        "polytorus_healing_seconds 2.0");
        assertThat(lines).noneMatch(line -> line.startsWith("polytorus_link_delay_seconds{from=\"node2\""));
    }

    private HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return fixture.send(fixture.request(path).DELETE());
    }

    private void assertJson(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = fixture.get(path);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
