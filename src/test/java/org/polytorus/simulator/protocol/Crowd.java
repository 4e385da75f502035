package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.PeerInfo;
import org.polytorus.simulator.wire.WireException;

/** One node of ours among peers that answer its pings as fast as the test says, and say what the test lets them say. */
final class Crowd {
    private static final PeerId SELF = new PeerId(1, 1);

    final NodeCore core;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::sequence));
    private final List<Member> members = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private long sequence;
    private long now = VirtualNetwork.START_NANOS;

    private record Event(long atNanos, long sequence, Runnable action) {}

    /** A scripted peer. */
    final class Member {
        final PeerId id;
        final ConnectionId connection;
        private final @Nullable Duration roundTrip;
        private final List<Message> heard = new ArrayList<>();

        @Nullable
        DisconnectReason ended;

        private Member(PeerId id, ConnectionId connection, @Nullable Duration roundTrip) {
            this.id = id;
            this.connection = connection;
            this.roundTrip = roundTrip;
        }

        void says(Message message) {
            core.handle(now, new Input.Received(connection, MessageCodec.encodePayload(message)));
        }

        void announces(Hash block) {
            says(new Message.BlockAnnouncement(block.blockText(), 1));
        }

        void isConnectedWith(Member... others) {
            List<PeerInfo> infos = new ArrayList<>();
            for (Member other : others) {
                infos.add(new PeerInfo(other.id, Endpoint.loopback(9), now / 1_000_000_000L, 0, NodeType.OURS));
            }
            says(new Message.PeerList(infos));
        }

        /** What it was sent since the last call. */
        List<Message> heard() {
            List<Message> since = List.copyOf(heard);
            heard.clear();
            return since;
        }

        int points() {
            return core.view(now).peers().stream()
                    .filter(peer -> peer.id().equals(id))
                    .map(NodeView.PeerView::score)
                    .map(score -> score == null ? -1 : score.points())
                    .findFirst()
                    .orElse(-1);
        }

        private void take(Message message) {
            heard.add(message);
            if (message instanceof Message.Ping ping && roundTrip != null) {
                at(now + roundTrip.toNanos(), () -> says(new Message.Pong(ping.nonce(), 0)));
            }
        }
    }

    Crowd(NodeSettings settings) {
        core = new NodeCore(settings, SELF, new SplittableRandom(1), new SharedValues(), this::take);
        core.handle(now, new Input.Start(Endpoint.loopback(1)));
    }

    /** A peer of ours that dials the node; {@code roundTrip} null: it answers no ping. Higher numbers have higher ids. */
    Member joins(int number, @Nullable Duration roundTrip) {
        return joins(number, roundTrip, NodeType.OURS);
    }

    Member joins(int number, @Nullable Duration roundTrip, String nodeType) {
        return greets(new Member(new PeerId(2, number), new ConnectionId(number), roundTrip), nodeType);
    }

    /** A peer that was there before comes back over another connection. */
    Member joinsAgain(Member before) {
        Member member = new Member(before.id, new ConnectionId(1_000 + members.size()), before.roundTrip);
        return greets(member, NodeType.OURS);
    }

    private Member greets(Member member, String nodeType) {
        members.add(member);
        core.handle(now, new Input.Accepted(member.connection, Endpoint.loopback(4_000 + members.size())));
        member.says(new Message.Handshake(member.id, 1, 0, 0, nodeType));
        return member;
    }

    void runFor(Duration span) {
        long end = now + span.toNanos();
        while (!events.isEmpty() && events.peek().atNanos <= end) {
            Event next = events.remove();
            now = Math.max(now, next.atNanos);
            next.action.run();
        }
        now = end;
    }

    void give(Input input) {
        core.handle(now, input);
    }

    List<PeerId> peers() {
        return core.view(now).peers().stream().map(NodeView.PeerView::id).toList();
    }

    QualityStats quality() {
        return core.view(now).quality();
    }

    List<Observation.QualityDecided> decided() {
        return observations.stream()
                .filter(Observation.QualityDecided.class::isInstance)
                .map(Observation.QualityDecided.class::cast)
                .toList();
    }

    private void at(long nanos, Runnable action) {
        events.add(new Event(nanos, sequence++, action));
    }

    private void take(Output output) {
        switch (output) {
            case Output.Send send -> {
                Message message = decode(send.frame());
                Member to = member(send.connection());
                at(now, () -> to.take(message));
            }
            case Output.Disconnect disconnect -> {
                Member member = member(disconnect.connection());
                member.ended = disconnect.reason();
                at(now, () -> core.handle(now, new Input.Closed(member.connection, "ended by this side")));
            }
            case Output.WakeAt wake -> at(wake.epochNanos(), () -> core.handle(now, new Input.WakeUp()));
            case Output.Observed observed -> observations.add(observed.observation());
            case Output.Dial _,
                    Output.ListConnections _,
                    Output.RememberBlocks _,
                    Output.RememberPeers _,
                    Output.Recalled _ -> {}
        }
    }

    private Member member(ConnectionId connection) {
        return members.stream()
                .filter(member -> member.connection.equals(connection))
                .findFirst()
                .orElseThrow();
    }

    private static Message decode(byte[] frame) {
        try {
            return MessageCodec.decodePayload(frame, 4, frame.length - 4);
        } catch (WireException e) {
            throw new AssertionError("the node sent a malformed frame", e);
        }
    }
}
