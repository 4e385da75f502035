package org.polytorus.simulator.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.StagedTestnet;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;

/** When interfaces are open, and what is said when they cannot be. */
class HttpLifecycleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aStoppedNodesInterfaceRefusesConnectionsUntilTheNodeRunsAgain() throws Exception {
        try (HttpFixture fixture = HttpFixture.start();
                RawClient open = new RawClient(fixture.port())) {
            open.send("GET /health HTTP/1.1\r\nHost: localhost:" + fixture.port() + "\r\n\r\n");
            open.readUntil("}");
            int port = fixture.port();

            fixture.testnet.show(HttpFixture.picture(NodeSnapshot.State.STOPPED));
            assertThat(open.readAll()).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(() -> new RawClient(port).close())
                            .isInstanceOf(ConnectException.class));

            fixture.testnet.show(HttpFixture.picture(NodeSnapshot.State.RUNNING));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(fixture.get("/health").statusCode()).isEqualTo(200));
            assertThat(fixture.port()).isEqualTo(port);
            assertThat(fixture.interfaces.problems()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsAProblemOfThePictureUntilItIsFree() throws IOException {
        StagedTestnet nodes = new StagedTestnet(HttpFixture.picture(NodeSnapshot.State.RUNNING));
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = other.getLocalPort();
        TestnetSpec spec = HttpFixture.spec(HttpSpec.at(Endpoint.loopback(port)));
        try (Testnet testnet = new HttpTestnetFactory(_ -> nodes).start(spec)) {
            assertThat(testnet.snapshot().problems())
                    .containsExactly(
                            "a problem of the nodes",
                            "The HTTP interface of node1 cannot listen on 127.0.0.1:" + port
                                    + ": the port is taken by another program. Stop that program (find it with: ss -ltnp"
                                    + " 'sport = :" + port
                                    + "'), or give the interface another port (bind_address in the"
                                    + " node's file). The node itself runs; its interface is tried again every second.");
            other.close();
            await().atMost(PATIENCE).until(() -> testnet.snapshot().problems().size() == 1);
            assertThat(RawClient.exchange(
                            port, "GET /health HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(nodes.isClosed()).isTrue();
        assertThatThrownBy(() -> new RawClient(port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void closingGivesThePortBackAndEndsTheThreadEveryTime() {
        for (int i = 0; i < 20; i++) {
            HttpFixture fixture = HttpFixture.start();
            int port = fixture.port();
            assertThat(threads()).isPositive();
            fixture.close();
            assertThatThrownBy(() -> new RawClient(port).close()).isInstanceOf(ConnectException.class);
            assertThat(threads()).isZero();
            fixture.close();
        }
    }

    @Test
    void aTestnetWithoutInterfacesIsLeftAsItIs() {
        StagedTestnet nodes = new StagedTestnet(HttpFixture.picture(NodeSnapshot.State.RUNNING));
        TestnetSpec spec = HttpFixture.spec(HttpSpec.at(Endpoint.loopback(0)));
        TestnetSpec without = new TestnetSpec(spec.name(), spec.seed(), List.of(NodeSpec.named("node1")), spec.links());
        assertThat(new HttpTestnetFactory(_ -> nodes).start(without)).isSameAs(nodes);
    }

    @Test
    void onlyNodesThatHaveAnInterfaceHaveAnAddress() {
        try (HttpFixture fixture = HttpFixture.start()) {
            assertThat(requireNonNull(fixture.interfaces.addressOf(HttpFixture.ONE))
                            .address()
                            .isLoopback())
                    .isTrue();
            assertThat(fixture.interfaces.addressOf(HttpFixture.TWO)).isNull();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("testnet-http"))
                .count();
    }
}
