package org.polytorus.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every way in which a request can be wrong, each with its status and a JSON error. */
class HttpRefusalsTest {
    private final HttpFixture fixture = HttpFixture.start();

    @AfterEach
    void closed() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing                                  | ``                                                 | one JSON object",
                "no JSON                                  | {from                                              | not JSON",
                "JSON with more after it                  | {} {}                                              | not JSON",
                "a list                                   | []                                                 | one JSON object",
                "a missing sender                         | {~to~:~b~,~amount~:1}                              | \"from\" is missing",
                "a missing receiver                       | {~from~:~a~,~amount~:1}                            | \"to\" is missing",
                "a missing amount                         | {~from~:~a~,~to~:~b~}                              | \"amount\" is missing",
                "a sender that is a number                | {~from~:1,~to~:~b~,~amount~:1}                     | \"from\" is a text",
                "a sender of spaces                       | {~from~:~ ~,~to~:~b~,~amount~:1}                   | \"from\" is a text",
                "an amount in quotes                      | {~from~:~a~,~to~:~b~,~amount~:~1~}                 | \"amount\" is a whole number",
                "an amount of nothing                     | {~from~:~a~,~to~:~b~,~amount~:0}                   | from 1 to 2147483647; found 0",
                "an amount beyond 31 bits                 | {~from~:~a~,~to~:~b~,~amount~:2147483648}          | found 2147483648",
                "half an amount                           | {~from~:~a~,~to~:~b~,~amount~:1.5}                 | found 1.5",
                "a nonce below zero                       | {~from~:~a~,~to~:~b~,~amount~:1,~nonce~:-1}        | \"nonce\" is a whole number",
                "a nonce of 65 bits                       | {~from~:~a~,~to~:~b~,~amount~:1,~nonce~:18446744073709551616} | found 18446744073709551616",
                "a nonce in quotes                        | {~from~:~a~,~to~:~b~,~amount~:1,~nonce~:~1~}       | \"nonce\" is a whole number"
            })
    void aPaymentThatCannotBeReadIsABadRequest(String what, String body, String told) throws Exception {
        String json = body == null ? "" : body.replace('~', '"');
        assertError(fixture.post("/send", json), 400, told);
        assertError(fixture.post("/transaction", json), 400, told);
        assertThat(fixture.testnet.commands()).isEmpty();
    }

    @Test
    void namesAreAtMost64Characters() throws Exception {
        String name = "n".repeat(65);
        assertError(fixture.post("/send", "{\"from\":\"" + name + "\",\"to\":\"b\",\"amount\":1}"), 400, "1 to 64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"r\"}",
                "{\"peer_id\":7,\"reason\":\"r\"}",
                "{\"peer_id\":\"7\",\"reason\":\"r\"}",
                "{\"peer_id\":\"00000000-0000-0001-0000-000000000002\"}",
                "{\"peer_id\":\"00000000-0000-0001-0000-000000000002\",\"reason\":\"\"}"
            })
    void aBlacklistingThatCannotBeReadIsABadRequest(String body) throws Exception {
        assertError(fixture.post("/api/network/blacklist", body), 400, "");
        assertThat(fixture.testnet.commands()).isEmpty();
    }

    @Test
    void whatIsNoPeersIdIsABadRequestAndAnUnknownOneIsNotFound() throws Exception {
        assertError(fixture.get("/api/network/peer/node2"), 400, "is a UUID such as");
        assertError(fixture.get("/api/network/peer/00000000-0000-0009-0000-00000000ffff"), 404, "node1 has no peer");
        assertError(fixture.send(fixture.request("/api/network/blacklist/x").DELETE()), 400, "is a UUID such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/health/", "/api/network/peer/", "/api/network/peer/a/b", "/HEALTH"})
    void unknownPathsAreNotFoundAndTheKnownOnesAreNamed(String path) throws Exception {
        assertError(fixture.get(path), 404, "There are GET /health, ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /health, 'GET, HEAD'",
        "GET, /send, POST",
        "HEAD, /send, POST",
        "PUT, /api/network/blacklist, POST",
        "GET, /api/network/blacklist/x, DELETE",
        "OPTIONS, /send, POST"
    })
    void anotherMethodOfAKnownPathIsToldWhichItHas(String method, String path, String allow) throws Exception {
        HttpResponse<String> answer =
                fixture.send(fixture.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue(allow);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void aBodyIsAtMostAsLargeAsTheNodesFileSays() throws Exception {
        String fits = "{\"from\":\"\"}" + " ".repeat(HttpFixture.MAX_BODY - 11);
        assertError(fixture.post("/send", fits), 400, "\"from\"");
        assertError(fixture.post("/send", fits + " "), 413, "at most " + HttpFixture.MAX_BODY + " bytes");
        assertThat(fixture.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyWithoutALengthIsBoundedToo() throws Exception {
        byte[] large = new byte[100 * HttpFixture.MAX_BODY];
        HttpRequest.BodyPublisher inChunks =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(large));
        assertError(fixture.send(fixture.request("/send").POST(inChunks)), 413, "at most");
    }

    @Test
    void aClientThatAsksFirstNeedNotSendABodyThatIsTooLarge() throws IOException {
        String asked = "POST /send HTTP/1.1\r\nHost: localhost:" + fixture.port()
                + "\r\nExpect: 100-continue\r\nContent-Length: ";
        assertThat(RawClient.exchange(fixture.port(), asked + "999999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("connection: close", "\"status\":413");
        try (RawClient client = new RawClient(fixture.port())) {
            client.send(asked + "2\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            client.send("{}");
            assertThat(client.readUntil("\"status\":400}")).contains("\"from\\\" is missing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 403",
        "evil.example:PORT, 403",
        "localhost, 403",
        "127.0.0.1:1, 403",
        "localhost.:PORT, 403",
        "192.0.2.7:PORT, 403",
        "localhost:PORT@evil.example, 403",
        "LOCALHOST:PORT, 200",
        "127.0.0.1:PORT, 200",
        "[::1]:PORT, 200"
    })
    void requestsUnderAForeignNameAreRefused(String host, int status) throws IOException {
        assertThat(health("Host: " + host + "\r\n")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void aRequestHasExactlyOneHost() throws IOException {
        assertThat(health("")).startsWith("HTTP/1.1 400 ").contains("found 0 of them");
        assertThat(health("Host: localhost:PORT\r\nHost: evil.example\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "https://127.0.0.1:PORT, 403",
        "http://localhost:1, 403",
        "null, 403",
        "http://localhost:PORT, 200",
        "http://127.0.0.1:PORT, 200"
    })
    void requestsOfPagesOfOtherSitesAreRefused(String origin, int status) throws IOException {
        assertThat(health("Host: localhost:PORT\r\nOrigin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .doesNotContainIgnoringCase("access-control");
    }

    @Test
    void aForeignPageCannotMakeATransaction() throws Exception {
        HttpResponse<String> answer = fixture.send(fixture.request("/send")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"a\",\"to\":\"b\",\"amount\":1}")));
        assertError(answer, 403, "http://evil.example");
        assertThat(fixture.testnet.commands()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no HTTP, nonsense\\r\\n\\r\\n, 400",
        "a target that is no path, GET http://127.0.0.1/health HTTP/1.1\\r\\nHost: localhost:PORT\\r\\n\\r\\n, 400",
        "a percent sign without digits, GET /%zz HTTP/1.1\\r\\nHost: localhost:PORT\\r\\n\\r\\n, 400",
        "a length that is no number, POST /send HTTP/1.1\\r\\nHost: localhost:PORT\\r\\nContent-Length: x\\r\\n\\r\\n, 400",
        "a line that is too long, GET /LONG HTTP/1.1\\r\\n\\r\\n, 414",
        "a header that is too long, GET /health HTTP/1.1\\r\\nA: LONG\\r\\n\\r\\n, 431"
    })
    void whatIsNoHttpIsToldSo(String what, String request, int status) throws IOException {
        String sent = request.replace("\\r\\n", "\r\nConnection: close\r\n")
                .replace("\r\nConnection: close\r\n\r\nConnection: close\r\n", "\r\nConnection: close\r\n\r\n")
                .replace("PORT", Integer.toString(fixture.port()))
                .replace("LONG", "x".repeat(20_000));
        assertThat(RawClient.exchange(fixture.port(), sent))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\"status\":" + status);
    }

    @Test
    void aFaultOfOursIsAnErrorAndTheNextRequestIsAnswered() throws Exception {
        fixture.testnet.answerLater(_ -> CompletableFuture.failedFuture(new IllegalStateException("scripted")));
        String payment = "{\"from\":\"a\",\"to\":\"b\",\"amount\":1}";
        assertError(fixture.post("/send", payment), 500, "fault of its own");
        fixture.testnet.answerLater(_ -> {
            throw new IllegalStateException("scripted");
        });
        assertError(fixture.post("/send", payment), 500, "fault of its own");
        assertThat(fixture.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotFinishItsRequestIsToldSoAndLeft() throws IOException {
        try (HttpFixture impatient = new HttpFixture(Duration.ofMillis(200))) {
            String begun =
                    "POST /send HTTP/1.1\r\nHost: localhost:" + impatient.port() + "\r\nContent-Length: 9\r\n\r\n{";
            assertThat(RawClient.exchange(impatient.port(), begun)).startsWith("HTTP/1.1 408 ");
            assertThat(RawClient.exchange(impatient.port(), "GET /hea")).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aConnectionThatIsKeptForLaterEndsWithoutAWord() throws IOException {
        try (HttpFixture impatient = new HttpFixture(Duration.ofMillis(200));
                RawClient client = new RawClient(impatient.port())) {
            client.send("GET /health HTTP/1.1\r\nHost: localhost:" + impatient.port() + "\r\n\r\n");
            assertThat(client.readAll()).startsWith("HTTP/1.1 200 ").endsWith("}");
        }
    }

    @Test
    void oneConnectionMoreThanTheBoundIsToldSo() throws IOException {
        RawClient[] idle = new RawClient[NodeInterface.MAX_CONNECTIONS];
        String request = "GET /health HTTP/1.1\r\nHost: localhost:" + fixture.port() + "\r\n\r\n";
        for (int i = 0; i < idle.length; i++) {
            idle[i] = new RawClient(fixture.port());
            idle[i].send(request);
            assertThat(idle[i].readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
        try (RawClient crowded = new RawClient(fixture.port())) {
            crowded.send(request);
            assertThat(crowded.readUntil("\"status\":503}")).contains("answers 64 connections at the same time");
        }
        for (RawClient client : idle) {
            client.close();
        }
    }

    private String health(String headers) throws IOException {
        String request = "GET /health HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
        return RawClient.exchange(fixture.port(), request.replace("PORT", Integer.toString(fixture.port())));
    }

    private static void assertError(HttpResponse<String> answer, int status, String told) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        JsonNode json = Json.MAPPER.readTree(answer.body());
        assertThat(json.get("status").intValue()).isEqualTo(status);
        assertThat(json.get("error").stringValue()).contains(told);
    }
}
