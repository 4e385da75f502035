package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.polytorus.simulator.live.ScriptedTestnet.A;
import static org.polytorus.simulator.live.ScriptedTestnet.AB;
import static org.polytorus.simulator.live.ScriptedTestnet.B;
import static org.polytorus.simulator.live.ScriptedTestnet.PATIENCE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.wire.WireError;

/** The host of the nodes: start and stop, strangers, ports, commands. The nodes follow a script, the sockets are real. */
class LiveTestnetTest {

    @Test
    void fiftyNodesStartConnectAndStop() throws IOException {
        List<NodeSpec> nodes = IntStream.range(0, 50)
                .mapToObj(i -> ScriptedTestnet.node("node" + i))
                .toList();
        List<LinkSpec> ring = IntStream.range(0, 50)
                .mapToObj(i -> LinkSpec.clean(
                        nodes.get(i).name(), nodes.get((i + 1) % 50).name()))
                .toList();
        List<Endpoint> addresses;
        try (ScriptedTestnet many = new ScriptedTestnet(new TestnetSpec("many", 1, nodes, ring))) {
            await().atMost(PATIENCE)
                    .until(() -> many.testnet.snapshot().components().size() == 1);
            assertThat(many.testnet.snapshot().links())
                    .hasSize(50)
                    .allMatch(link -> link.state() == LinkSnapshot.State.CONNECTED);
            many.done(new TestnetCommand.StopAll());
            await().atMost(PATIENCE)
                    .until(() ->
                            many.testnet.snapshot().nodes().stream().allMatch(node -> node.state() == State.STOPPED));
            many.done(new TestnetCommand.StartAll());
            await().atMost(PATIENCE)
                    .until(() -> many.testnet.snapshot().components().size() == 1);
            addresses = many.testnet.snapshot().nodes().stream()
                    .map(NodeSnapshot::address)
                    .toList();
        }
        assertNothingIsLeft(addresses);
    }

    @Test
    void closeEndsEverySocketAndThreadAndMayBeRepeated() throws IOException {
        ScriptedTestnet pair = ScriptedTestnet.pair();
        List<Endpoint> addresses = List.of(pair.node(A).address(), pair.node(B).address());

        pair.close();
        pair.close();

        assertNothingIsLeft(addresses);
        assertThat(pair.submit(new TestnetCommand.StartNode(A)).message()).contains("closed");
        assertThat(pair.testnet.snapshot().nodes()).hasSize(2);
    }

    @Test
    void takenPortFailsItsNodeAloneAndCanBeTriedAgain() throws IOException {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Endpoint taken = Endpoint.loopback(other.getLocalPort());
        TestnetSpec spec = new TestnetSpec(
                "taken",
                1,
                List.of(ScriptedTestnet.node("a"), ScriptedTestnet.at("b", taken)),
                List.of(LinkSpec.clean(B, A)));
        try (ScriptedTestnet testnet = new ScriptedTestnet(spec)) {
            assertThat(testnet.node(B).state()).isEqualTo(State.FAILED);
            assertThat(testnet.node(B).problem())
                    .isEqualTo(
                            "b cannot listen on " + taken + ": the port is taken by another program. Stop that program"
                                    + " (find it with: ss -ltnp 'sport = :" + taken.port()
                                    + "') or give the node another port (listen_addr in its file), then press Start.");
            assertThat(testnet.testnet.snapshot().problems())
                    .containsExactly(testnet.node(B).problem());
            assertThat(testnet.events(Kind.NODE_FAILED)).hasSize(1);
            assertThat(testnet.node(A).state()).isEqualTo(State.RUNNING);
            assertThat(testnet.submit(new TestnetCommand.StartNode(B)).done()).isFalse();

            other.close();
            testnet.done(new TestnetCommand.StartNode(B));

            testnet.awaitLink(LinkSnapshot.State.CONNECTED);
            assertThat(testnet.testnet.snapshot().problems()).isEmpty();
        }
    }

    @Test
    void addressOfAnotherMachineIsAProblemWithItsRemedy() {
        Endpoint foreign = new Endpoint(IpAddress.v4(0xc000_0201), 8_001);
        TestnetSpec spec = new TestnetSpec("foreign", 1, List.of(ScriptedTestnet.at("a", foreign)), List.of());
        try (ScriptedTestnet testnet = new ScriptedTestnet(spec)) {
            assertThat(testnet.node(A).state()).isEqualTo(State.FAILED);
            assertThat(testnet.node(A).problem())
                    .startsWith("a cannot listen on 192.0.2.1:8001: this machine does not have that address.");
        }
    }

    @Test
    void garbageFromAStrangerEndsItsConnectionOnly() throws IOException {
        try (ScriptedTestnet pair = ScriptedTestnet.pair();
                Socket stranger = connect(pair.node(B).address())) {
            stranger.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            await().atMost(PATIENCE)
                    .until(() -> !pair.b().heard(Input.BadFrame.class).isEmpty());
            assertThat(pair.b().heard(Input.BadFrame.class).getFirst().error().error())
                    .isEqualTo(WireError.FRAME_TOO_LARGE);
            readToTheEnd(stranger);
            stranger.shutdownOutput();
            await().atMost(PATIENCE)
                    .until(() -> pair.b().heard(Input.Closed.class).size() == 1);
            assertThat(pair.link().state()).isEqualTo(LinkSnapshot.State.CONNECTED);
        }
    }

    @Test
    void silentStrangerDisturbsNobody() throws IOException {
        try (ScriptedTestnet pair = ScriptedTestnet.pair()) {
            Socket stranger = connect(pair.node(B).address());
            await().atMost(PATIENCE)
                    .until(() -> pair.b().heard(Input.Accepted.class).size() == 2);
            pair.send(A, 3);
            await().atMost(PATIENCE).until(() -> pair.b().numbers().size() == 3);

            stranger.close();

            await().atMost(PATIENCE)
                    .until(() -> pair.b().heard(Input.Closed.class).size() == 1);
        }
    }

    @Test
    void disconnectedStrangerThatNeverClosesIsCutOffAfterASecond() throws IOException {
        try (ScriptedTestnet pair = ScriptedTestnet.pair();
                Socket stranger = connect(pair.node(B).address())) {
            stranger.getOutputStream().write(new byte[] {0, 0, 0, 0});

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> pair.b().heard(Input.Closed.class).size() == 1);
        }
    }

    @Test
    void peerThatStopsReadingHoldsTheSenderBackAtABoundedCost() throws IOException {
        try (ServerSocket lazy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ScriptedTestnet alone = new ScriptedTestnet(new TestnetSpec(
                        "lazy",
                        1,
                        List.of(ScriptedTestnet.node("a", Endpoint.loopback(lazy.getLocalPort()))),
                        List.of()))) {
            try (Socket peer = lazy.accept()) {
                peer.setSoTimeout((int) PATIENCE.toMillis());
                await().atMost(PATIENCE)
                        .until(() -> alone.a().heard(Input.DialSucceeded.class).size() == 1);
                int frames = 1_000;
                alone.sendLarge(A, frames);
                await().atMost(PATIENCE)
                        .until(() -> alone.a().heard(Input.Congestion.class).size() == 1);

                // It reads again: what was held back follows, to the last byte.
                long expected = 24 + frames * 64L * 1024;
                assertThat(peer.getInputStream().readNBytes((int) expected).length)
                        .isEqualTo(expected);
            }
            assertThat(alone.a().heard(Input.Congestion.class).get(1).congested())
                    .isFalse();
        }
    }

    @Test
    void dialWhereNobodyListensIsRefused() throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        Endpoint nobody = Endpoint.loopback(closed.getLocalPort());
        TestnetSpec spec = new TestnetSpec("nobody", 1, List.of(ScriptedTestnet.node("a", nobody)), List.of());
        try (ScriptedTestnet alone = new ScriptedTestnet(spec)) {
            await().atMost(PATIENCE)
                    .until(() -> alone.a()
                            .heard(Input.DialFailed.class)
                            .equals(List.of(new Input.DialFailed(nobody, DialFailure.REFUSED))));
        }
    }

    @Test
    void nodeIsWokenAtTheTimeItNamed() {
        try (ScriptedTestnet pair = ScriptedTestnet.pair()) {
            pair.done(new TestnetCommand.MineBlock(A));

            await().atMost(PATIENCE)
                    .until(() -> !pair.a().heard(Input.WakeUp.class).isEmpty());
            assertThat(nanosOf(pair.a(), Input.WakeUp.class) - nanosOf(pair.a(), Input.MineBlock.class))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos() - 1_000_000);
        }
    }

    @Test
    void faultInANodeStopsThatNodeAndSaysSo() {
        try (ScriptedTestnet pair = ScriptedTestnet.pair()) {
            pair.done(new TestnetCommand.SetTraffic(true));

            await().atMost(PATIENCE).until(() -> pair.node(A).state() == State.FAILED);
            assertThat(pair.node(A).problem()).contains("fault in the simulator itself", "the script says so");
            assertThat(pair.submit(new TestnetCommand.StartNode(A)).done()).isFalse();
        }
    }

    @Test
    void idsAreTheSameInEveryRunOfASeed() {
        try (ScriptedTestnet one = ScriptedTestnet.pair();
                ScriptedTestnet other = ScriptedTestnet.pair()) {
            assertThat(one.node(A).id()).isEqualTo(other.node(A).id());
            assertThat(one.node(A).id()).isNotEqualTo(one.node(B).id());
        }
    }

    @Test
    void impossibleCommandsAreRefusedWithAdvice() {
        NodeName nobody = new NodeName("nobody");
        try (ScriptedTestnet pair = ScriptedTestnet.pair()) {
            assertRefused(pair, new TestnetCommand.StartNode(nobody), "There is no node named nobody");
            assertRefused(pair, new TestnetCommand.DropLink(LinkId.of(A, nobody)), "There is no link between");
            assertRefused(pair, new TestnetCommand.SendTransaction(A, "", "b", 1), "1 to 64 characters");
            assertRefused(pair, new TestnetCommand.SendTransaction(A, "a", "b", 0), "at least 1");
            FloodSpec flood = new FloodSpec(FloodSpec.Kind.PING, 1, 1, nobody, Duration.ofSeconds(1));
            assertRefused(pair, new TestnetCommand.StartFlood(A, flood), "not connected with a");
            pair.done(new TestnetCommand.StopNode(A));
            assertRefused(pair, new TestnetCommand.MineBlock(A), "a is stopped. Start it first.");
            assertRefused(pair, new TestnetCommand.ProbeLink(AB), "a is stopped. Start it first.");
        }
    }

    @Test
    void tooFewFileDescriptorsAreAProblemBeforeTheStart() {
        TestnetSpec spec = new TestnetSpec(
                "big", 1, List.of(ScriptedTestnet.node("a"), ScriptedTestnet.node("b")), List.of(LinkSpec.clean(A, B)));

        assertThat(DescriptorCheck.problems(spec, 100, 106)).isEmpty();
        assertThat(DescriptorCheck.problems(spec, 100, 105))
                .singleElement()
                .asString()
                .contains("ulimit -n 106");
    }

    private static void assertRefused(ScriptedTestnet testnet, TestnetCommand command, String why) {
        assertThat(testnet.submit(command).done()).isFalse();
        assertThat(testnet.submit(command).message()).contains(why);
    }

    private static void assertNothingIsLeft(List<Endpoint> addresses) throws IOException {
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith(LiveTestnet.THREAD_PREFIX));
        for (Endpoint address : addresses) {
            new ServerSocket(address.port(), 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static Socket connect(Endpoint address) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        assertThat(socket.getInputStream().readAllBytes()).as("the greeting").hasSize(24);
    }

    private static long nanosOf(ScriptedNode node, Class<? extends Input> kind) {
        return node.heard.stream()
                .filter(heard -> kind.isInstance(heard.input()))
                .findFirst()
                .orElseThrow()
                .nanoTime();
    }
}
