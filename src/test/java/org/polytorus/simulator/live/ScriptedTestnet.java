package org.polytorus.simulator.live;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;

/** A testnet on real sockets whose nodes follow a script, and what tests ask of it. */
final class ScriptedTestnet implements AutoCloseable {
    static final NodeName A = new NodeName("a");
    static final NodeName B = new NodeName("b");
    static final LinkId AB = LinkId.of(A, B);
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final LiveTestnet testnet;

    /** In the order of the specification. */
    final List<ScriptedNode> nodes = new ArrayList<>();

    ScriptedTestnet(TestnetSpec spec) {
        testnet = LiveTestnet.start(spec, 1, (settings, self, random, shared, outputs) -> {
            ScriptedNode node = new ScriptedNode(settings, self, outputs);
            nodes.add(node);
            return node;
        });
    }

    /** Two nodes, of which a dials b, with their connection up. */
    static ScriptedTestnet pair() {
        ScriptedTestnet pair = new ScriptedTestnet(
                new TestnetSpec("pair", 4711, List.of(node("a"), node("b")), List.of(LinkSpec.clean(A, B))));
        pair.awaitLink(LinkSnapshot.State.CONNECTED);
        return pair;
    }

    /** A node that gives a dial up after half a second. */
    static NodeSpec node(String name, Endpoint... bootstrapPeers) {
        return at(name, Endpoint.loopback(0), bootstrapPeers);
    }

    static NodeSpec at(String name, Endpoint listen, Endpoint... bootstrapPeers) {
        return NodeSpec.named(name)
                .but()
                .listen(listen)
                .bootstrapPeers(List.of(bootstrapPeers))
                .connectionTimeout(Duration.ofMillis(500))
                .build();
    }

    ScriptedNode a() {
        return nodes.get(0);
    }

    ScriptedNode b() {
        return nodes.get(1);
    }

    void done(TestnetCommand command) {
        Commands.done(testnet, command);
    }

    CommandResult submit(TestnetCommand command) {
        return Commands.submit(testnet, command);
    }

    /** Lets a node send numbered frames to all its connections. */
    void send(NodeName from, int frames) {
        done(new TestnetCommand.SendTransaction(from, "a", "small", frames));
    }

    void sendLarge(NodeName from, int frames) {
        done(new TestnetCommand.SendTransaction(from, "a", "large", frames));
    }

    void awaitLink(LinkSnapshot.State state) {
        await().atMost(PATIENCE).until(() -> link().state() == state);
    }

    LinkSnapshot link() {
        return testnet.snapshot().links().getFirst();
    }

    NodeSnapshot node(NodeName name) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<TestnetEvent> events(TestnetEvent.Kind kind) {
        return testnet.eventsAfter(0).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    @Override
    public void close() {
        testnet.close();
    }
}
