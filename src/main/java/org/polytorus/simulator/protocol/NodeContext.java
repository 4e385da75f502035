package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** What the parts of one node share: who it is, what time it is, and the way out. */
final class NodeContext {
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    final NodeSettings settings;
    final PeerId self;
    final RandomGenerator random;
    /** What this node holds in common with the others of its thread. */
    final SharedValues shared;

    final Counters counters = new Counters();
    /** A number that is another one after a connection's other side has presented itself. */
    int abilityChanges;
    /** When the parts of this node are due. */
    final Timetable timetable = new Timetable();

    final Outbox outbox;
    /** Where this node listens; what it says before its first start is of no use to anybody. */
    Endpoint listening = Endpoint.loopback(0);
    /** The time of the input that is being handled, in nanoseconds since the Unix epoch. */
    long now;

    /** When this node was started last, from which its beats are counted. */
    long startedNanos;

    private final Consumer<Output> outputs;
    private BiConsumer<Connection, Misbehaviour> judge = (_, _) -> {};

    NodeContext(
            NodeSettings settings, PeerId self, RandomGenerator random, SharedValues shared, Consumer<Output> outputs) {
        this.settings = settings;
        this.shared = shared;
        this.self = self;
        this.random = random;
        this.outputs = outputs;
        this.outbox = new Outbox(this);
    }

    long nowSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(now);
    }

    long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(now);
    }

    /** A span drawn evenly between half and one and a half of {@code meanNanos}. */
    long around(long meanNanos) {
        return meanNanos / 2 + random.nextLong(Math.max(1, meanNanos));
    }

    /**
     * The next moment for what is done every second. The parts of a node that look around so often all do it at once: one
     * process has thousands of nodes, and each would otherwise wake for each of them.
     */
    long nextBeatNanos() {
        return now + BEAT_NANOS - Math.floorMod(now - startedNanos, BEAT_NANOS);
    }

    /**
     * A span drawn evenly from nothing to {@code meanNanos}: the first wait of something that goes on for ever. Nodes that
     * start together would otherwise all be silent for half the mean, and then all speak at once.
     */
    long within(long meanNanos) {
        return random.nextLong(Math.max(1, meanNanos));
    }

    void send(Connection to, Message message) {
        sendFrame(to, message.kind(), MessageCodec.encodeFrame(message));
    }

    /** Sends a frame that may go to several peers and was encoded once for all. */
    void sendFrame(Connection to, MessageKind kind, byte[] frame) {
        outbox.send(to, kind, frame);
    }

    /** Notes the end and asks the host for it. Whoever calls has taken the connection off the peer table. */
    void end(Connection connection, DisconnectReason reason) {
        if (!connection.isEnding()) {
            connection.ending = reason;
            outputs.accept(new Output.Disconnect(connection.id, reason));
        }
    }

    void emit(Output output) {
        outputs.accept(output);
    }

    void observe(Observation observation) {
        outputs.accept(new Output.Observed(observation));
    }

    /** Tells, if anybody wants to hear it, that a peer brought or announced something. */
    void observeCopy(MessageKind kind, Hash hash, Connection from, boolean known) {
        if (settings.tellsCopies()) {
            observe(new Observation.Brought(kind, hash, from.peerId(), known));
        }
    }

    /** Who decides what follows when a rule is broken. */
    void onMisbehaviour(BiConsumer<Connection, Misbehaviour> newJudge) {
        judge = newJudge;
    }

    /** Tells that a rule was broken. The connection may have ended when this returns. */
    void misbehaved(Connection connection, Misbehaviour misbehaviour, String detail) {
        @Nullable PeerId peer = connection.peer;
        observe(new Observation.Misbehaved(connection.remote, peer, misbehaviour, detail));
        judge.accept(connection, misbehaviour);
    }
}
