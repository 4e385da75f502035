package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/** One node of ours against a peer whose every word the test writes. */
final class Script {
    static final PeerId SELF = new PeerId(5, 5);
    static final PeerId PEER = new PeerId(9, 9);
    static final ConnectionId CONNECTION = new ConnectionId(1);
    static final Endpoint ADDRESS = Endpoint.loopback(4000);

    final NodeCore core;
    private final List<Output> outputs = new ArrayList<>();
    private long now = VirtualNetwork.START_NANOS;
    private long wish = Long.MAX_VALUE;

    Script(NodeSettings settings) {
        this(settings, Endpoint.loopback(1));
    }

    Script(NodeSettings settings, Endpoint listening) {
        core = new NodeCore(settings, SELF, new SplittableRandom(1), new SharedValues(), this::take);
        give(new Input.Start(listening));
    }

    /** A node that has accepted a connection. */
    static Script accepting() {
        Script script = new Script(VirtualNetwork.quiet());
        script.give(new Input.Accepted(CONNECTION, ADDRESS));
        return script;
    }

    /** A node that has dialled a peer. */
    static Script dialling() {
        Script script = new Script(VirtualNetwork.quiet(ADDRESS));
        script.give(new Input.DialSucceeded(CONNECTION, ADDRESS));
        return script;
    }

    private void take(Output output) {
        outputs.add(output);
        if (output instanceof Output.WakeAt wake) {
            wish = wake.epochNanos();
        }
    }

    Script give(Input input) {
        core.handle(now, input);
        return this;
    }

    Script says(Message message) {
        return saysRaw(MessageCodec.encodePayload(message));
    }

    Script saysRaw(byte[] payload) {
        return give(new Input.Received(CONNECTION, payload));
    }

    Script saysHandshake(String nodeType) {
        return says(new Message.Handshake(PEER, 1, 0, 1_750_000_000L, nodeType));
    }

    /** Lets time pass, with all the wake-ups in it. */
    Script pass(Duration span) {
        long end = now + span.toNanos();
        while (wish <= end) {
            now = wish;
            wish = Long.MAX_VALUE;
            core.handle(now, new Input.WakeUp());
        }
        now = end;
        return this;
    }

    NodeView view() {
        return core.view(now);
    }

    /** What the node has sent since the last call. */
    List<Message> sent() {
        List<Message> messages = new ArrayList<>();
        for (Output output : outputs) {
            if (output instanceof Output.Send send) {
                messages.add(decode(send.frame()));
            }
        }
        outputs.removeIf(Output.Send.class::isInstance);
        return messages;
    }

    /** What of that went to one peer; forgets the rest, too. */
    List<Message> sentTo(ConnectionId connection) {
        outputs.removeIf(output ->
                output instanceof Output.Send send && !send.connection().equals(connection));
        return sent();
    }

    private static Message decode(byte[] frame) {
        try {
            return MessageCodec.decodePayload(frame, 4, frame.length - 4);
        } catch (WireException e) {
            throw new AssertionError("the node sent a malformed frame", e);
        }
    }

    @Nullable
    DisconnectReason ended() {
        return outputs.stream()
                .filter(Output.Disconnect.class::isInstance)
                .map(output -> ((Output.Disconnect) output).reason())
                .findFirst()
                .orElse(null);
    }

    <O extends Observation> List<O> observed(Class<O> kind) {
        return outputs.stream()
                .filter(Output.Observed.class::isInstance)
                .map(output -> ((Output.Observed) output).observation())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
