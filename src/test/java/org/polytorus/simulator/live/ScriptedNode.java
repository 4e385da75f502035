package org.polytorus.simulator.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.DisconnectReason;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.protocol.NodeView;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.protocol.Output;

/**
 * A node that does nothing but what a test of the host needs. It dials its bootstrap peers, tells its id to whoever it is
 * connected with, and remembers its inputs. The command to send a transaction sends as many numbered frames as its amount;
 * to stop a flood ends all connections; to mine asks for a wake-up in 50 ms; to switch traffic throws.
 */
final class ScriptedNode implements NodeDriver {
    private static final int HANDSHAKE_TAG = 0;
    private static final int PING_TAG = 2;
    private static final int HELLO_BYTES = 4 + 4 + 16;

    /** Tag and peer id. A garbled frame may have the tag alone. */
    private static final int HANDSHAKE_BYTES = 20;

    /** An input, and when it came by the monotone clock. */
    record Heard(long nanoTime, Input input) {}

    final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

    private final NodeSettings settings;
    private final PeerId self;
    private final Consumer<Output> outputs;
    private final Map<ConnectionId, Endpoint> connections = new LinkedHashMap<>();
    private final Map<ConnectionId, PeerId> peers = new LinkedHashMap<>();
    private final Set<ConnectionId> congested = new LinkedHashSet<>();
    private final Map<Endpoint, DialFailure> failed = new LinkedHashMap<>();
    private boolean running;
    private int nextNumber;
    private int unsent;
    private int frameBytes = 12;

    ScriptedNode(NodeSettings settings, PeerId self, Consumer<Output> outputs) {
        this.settings = settings;
        this.self = self;
        this.outputs = outputs;
    }

    <T extends Input> List<T> heard(Class<T> kind) {
        return heard.stream()
                .map(Heard::input)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The numbers received, in the order in which they came. */
    List<Integer> numbers() {
        return heard(Input.Received.class).stream()
                .map(Input.Received::payload)
                .filter(payload -> tag(payload) == PING_TAG)
                .map(payload -> little(payload).getInt(4))
                .toList();
    }

    @Override
    public void handle(long nowEpochNanos, Input input) {
        heard.add(new Heard(System.nanoTime(), input));
        switch (input) {
            case Input.Remembered _ -> {}
            case Input.Start _ -> {
                running = true;
                settings.bootstrapPeers().forEach(peer -> outputs.accept(new Output.Dial(peer)));
            }
            case Input.Stop _ -> {
                running = false;
                disconnectAll(DisconnectReason.STOPPING);
            }
            case Input.DialSucceeded succeeded -> {
                failed.remove(succeeded.remote());
                greet(succeeded.connection(), succeeded.remote());
            }
            case Input.DialFailed failure -> failed.put(failure.remote(), failure.failure());
            case Input.Accepted accepted -> greet(accepted.connection(), accepted.remote());
            case Input.Received received -> receive(received);
            case Input.BadFrame bad ->
                outputs.accept(new Output.Disconnect(bad.connection(), DisconnectReason.MALFORMED));
            case Input.Closed closed -> closed(closed);
            case Input.Congestion congestion -> {
                if (congestion.congested()) {
                    congested.add(congestion.connection());
                } else {
                    congested.remove(congestion.connection());
                    sendNumbers();
                }
            }
            case Input.NetworkChanged _ ->
                List.copyOf(failed.keySet()).forEach(peer -> outputs.accept(new Output.Dial(peer)));
            case Input.SendTransaction send -> {
                unsent += send.amount();
                frameBytes = send.to().equals("large") ? 64 * 1024 : 12;
                sendNumbers();
            }
            case Input.StopFlood _ -> disconnectAll(DisconnectReason.DUPLICATE);
            case Input.MineBlock _ -> outputs.accept(new Output.WakeAt(nowEpochNanos + 50_000_000));
            case Input.WakeUp _ -> sendNumbers();
            case Input.SetTraffic _ -> throw new IllegalStateException("the script says so");
            case Input.SetMining _,
                    Input.SetQualityOfService _,
                    Input.Probe _,
                    Input.StartFlood _,
                    Input.BlacklistPeer _,
                    Input.UnblacklistPeer _,
                    Input.KeepConnected _,
                    Input.Release _,
                    Input.OpenConnections _ -> {}
        }
    }

    @Override
    public NodeView view(long nowEpochNanos) {
        List<NodeView.PeerView> peerViews = new ArrayList<>();
        peers.forEach((connection, peer) -> peerViews.add(new NodeView.PeerView(
                peer,
                connection,
                connections.getOrDefault(connection, Endpoint.loopback(0)),
                true,
                "scripted",
                0,
                0,
                0,
                -1,
                NodeView.Health.HEALTHY,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null)));
        List<NodeView.FailedDial> failedViews = failed.entrySet().stream()
                .map(entry -> new NodeView.FailedDial(entry.getKey(), entry.getValue(), 1, Long.MAX_VALUE))
                .toList();
        return new NodeView(
                self,
                running,
                NodeView.Health.HEALTHY,
                new Hash(0, 0, 0, 0),
                0,
                1,
                0,
                1,
                0,
                0,
                0,
                false,
                NetworkStats.ZERO,
                peerViews,
                List.of(),
                failedViews,
                List.of(),
                List.of(),
                QueueStats.NONE,
                0,
                null,
                List.of(),
                DiscoveryStats.OFF,
                null,
                QualityStats.OFF);
    }

    private void greet(ConnectionId connection, Endpoint remote) {
        connections.put(connection, remote);
        ByteBuffer hello = ByteBuffer.allocate(HELLO_BYTES).putInt(HELLO_BYTES - 4);
        hello.order(ByteOrder.LITTLE_ENDIAN).putInt(HANDSHAKE_TAG);
        hello.order(ByteOrder.BIG_ENDIAN).putLong(self.high()).putLong(self.low());
        outputs.accept(new Output.Send(connection, MessageKind.HANDSHAKE, hello.array()));
    }

    private void receive(Input.Received received) {
        boolean isWhole = received.payload().length >= HANDSHAKE_BYTES;
        if (isWhole && tag(received.payload()) == HANDSHAKE_TAG) {
            ByteBuffer hello = ByteBuffer.wrap(received.payload());
            PeerId peer = new PeerId(hello.getLong(4), hello.getLong(12));
            peers.put(received.connection(), peer);
            outputs.accept(
                    new Output.Observed(new Observation.PeerConnected(peer, endpoint(received.connection()), true)));
        }
    }

    private void closed(Input.Closed closed) {
        PeerId peer = peers.remove(closed.connection());
        if (peer != null) {
            outputs.accept(
                    new Output.Observed(new Observation.PeerLost(peer, endpoint(closed.connection()), closed.cause())));
        }
        Endpoint remote = connections.remove(closed.connection());
        congested.remove(closed.connection());
        if (remote != null && settings.bootstrapPeers().contains(remote)) {
            failed.put(remote, DialFailure.LOST);
        }
    }

    /** Sends while nobody says to hold back. */
    private void sendNumbers() {
        while (unsent > 0 && congested.isEmpty() && !connections.isEmpty()) {
            unsent--;
            byte[] frame = numberFrame(nextNumber++, frameBytes);
            for (ConnectionId connection : connections.keySet()) {
                outputs.accept(new Output.Send(connection, MessageKind.PING, frame));
            }
            // A real node is told of congestion between two inputs; so that the script notices, it pauses as well.
            if (unsent % 100 == 0) {
                outputs.accept(new Output.WakeAt(0));
                break;
            }
        }
    }

    static byte[] numberFrame(int number, int bytes) {
        ByteBuffer frame = ByteBuffer.allocate(bytes).putInt(bytes - 4);
        frame.order(ByteOrder.LITTLE_ENDIAN).putInt(PING_TAG).putInt(number);
        return frame.array();
    }

    private void disconnectAll(DisconnectReason reason) {
        connections.keySet().forEach(connection -> outputs.accept(new Output.Disconnect(connection, reason)));
    }

    private Endpoint endpoint(ConnectionId connection) {
        return connections.getOrDefault(connection, Endpoint.loopback(0));
    }

    private static int tag(byte[] payload) {
        return payload.length < 4 ? -1 : little(payload).getInt(0);
    }

    private static ByteBuffer little(byte[] payload) {
        return ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    }
}
