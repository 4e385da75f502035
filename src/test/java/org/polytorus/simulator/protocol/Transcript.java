package org.polytorus.simulator.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * Plays a golden transcript: a node of ours and guests that behave as PolyTorus was seen to, in virtual time. The lines of
 * the guests and of time are carried out; the lines of the node are left out and written anew, so that what is played can be
 * compared with the file as a whole.
 *
 * <p>Lines that are carried out: {@code guest listens} (our node is to dial it), {@code guest accepts}, {@code guest dials},
 * {@code guest> MESSAGE}, {@code guest sends bytes TEXT}, {@code guest closes}, {@code node starts}, {@code ping_interval
 * 60s}, {@code after 20s}, {@code order mine}, {@code order send}. Lines of the node begin with "node" and are indented. Other
 * guests are guest2, guest3, …
 */
final class Transcript {
    private static final int FIRST_PORT = 4_000;

    private final TranscriptWords words = new TranscriptWords();
    private final Map<String, ConnectionId> connections = new LinkedHashMap<>();
    private final Map<String, Endpoint> addresses = new LinkedHashMap<>();
    private final List<Endpoint> bootstrap = new ArrayList<>();
    private final List<String> played = new ArrayList<>();
    private Duration pingInterval = Duration.ofSeconds(30);
    private NodeCore core;
    private long lastConnection;
    private long now = VirtualNetwork.START_NANOS;
    private long wish = Long.MAX_VALUE;

    private Transcript() {
        core = newCore();
    }

    /** What the file should say. */
    static String play(String text) {
        Transcript transcript = new Transcript();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("  node")) {
                transcript.played.add(line);
                transcript.carryOut(line);
            }
        }
        return String.join("\n", transcript.played) + "\n";
    }

    private NodeCore newCore() {
        NodeSettings settings = VirtualNetwork.quiet(bootstrap.toArray(Endpoint[]::new))
                .but()
                .pingInterval(pingInterval)
                .build();
        return new NodeCore(settings, Script.SELF, new SplittableRandom(1), new SharedValues(), this::take);
    }

    private void carryOut(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        int said = line.indexOf("> ");
        if (said > 0) {
            String guest = line.substring(0, said);
            receive(guest, MessageCodec.encodePayload(words.read(guest, line.substring(said + 2))));
            return;
        }
        String[] parts = line.split(" ", -1);
        switch (parts[0]) {
            case "after" -> pass(seconds(parts[1]));
            case "ping_interval" -> pingInterval = seconds(parts[1]);
            case "order" ->
                give(parts[1].equals("mine") ? new Input.MineBlock() : new Input.SendTransaction("a", "b", 5));
            case "node" -> {
                core = newCore();
                give(new Input.Start(Endpoint.loopback(1)));
            }
            default -> act(parts[0], parts[1], line);
        }
    }

    private void act(String guest, String what, String line) {
        Endpoint address = addresses.computeIfAbsent(guest, _ -> Endpoint.loopback(FIRST_PORT + addresses.size()));
        switch (what) {
            case "listens" -> bootstrap.add(address);
            case "accepts" -> give(new Input.DialSucceeded(connection(guest), address));
            case "dials" -> give(new Input.Accepted(connection(guest), address));
            case "closes" -> give(new Input.Closed(of(guest), "the other side closed it"));
            case "sends" ->
                receive(guest, line.substring(line.indexOf("bytes ") + 6).getBytes(StandardCharsets.UTF_8));
            // Bytes behind a complete message in one frame.
            case "pads" -> receive(guest, Arrays.copyOf(MessageCodec.encodePayload(new Message.Ping(5, 0)), 40));
            default -> throw new IllegalArgumentException("nobody can do this: " + line);
        }
    }

    private ConnectionId connection(String guest) {
        ConnectionId id = new ConnectionId(++lastConnection);
        connections.put(guest, id);
        return id;
    }

    private ConnectionId of(String guest) {
        return Objects.requireNonNull(connections.get(guest), guest + " has no connection");
    }

    private void receive(String guest, byte[] payload) {
        give(new Input.Received(of(guest), payload));
    }

    private void give(Input input) {
        core.handle(now, input);
    }

    private void pass(Duration span) {
        long end = now + span.toNanos();
        while (wish <= end) {
            now = wish;
            wish = Long.MAX_VALUE;
            give(new Input.WakeUp());
        }
        now = end;
    }

    private void take(Output output) {
        switch (output) {
            case Output.WakeAt wake -> wish = wake.epochNanos();
            case Output.Dial dial -> add("dials " + at(dial.remote()));
            case Output.Send send -> add("to " + at(send.connection()) + "> " + words.write(decode(send.frame())));
            case Output.Disconnect end ->
                add("ends the connection with " + at(end.connection()) + ": "
                        + end.reason().text());
            case Output.ListConnections _, Output.RememberBlocks _, Output.RememberPeers _, Output.Recalled _ -> {}
            case Output.Observed observed -> observe(observed.observation());
        }
    }

    private void observe(Observation observation) {
        switch (observation) {
            case Observation.PeerConnected seen -> add("has the peer " + words.nameOf(seen.peer()));
            case Observation.PeerLost seen -> add("lost the peer " + words.nameOf(seen.peer()) + ": " + seen.cause());
            case Observation.DialFailed seen ->
                add("failed to dial: " + seen.failure().text());
            case Observation.Misbehaved seen ->
                add("objects: " + seen.misbehaviour().what());
            case Observation.TipAdvanced seen ->
                add("follows " + words.nameOf(seen.tip(), true) + " at height " + seen.height());
            default -> {}
        }
    }

    private void add(String what) {
        played.add("  node " + what);
    }

    private String at(ConnectionId id) {
        return connections.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private String at(Endpoint address) {
        return addresses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** PolyTorus loses its place in a frame that comes in pieces, so every frame is one whole. */
    private static Message decode(byte[] frame) {
        if (ByteBuffer.wrap(frame).getInt() != frame.length - Frames.HEADER_BYTES) {
            throw new AssertionError("the node sent something else than one whole frame");
        }
        try {
            return MessageCodec.decodeFrame(frame);
        } catch (WireException e) {
            throw new AssertionError("the node sent a malformed frame", e);
        }
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }
}
