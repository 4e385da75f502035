package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** Which addresses a node without its peers tries, and when. Every dial fails. */
final class RejoinRoundsTest {
    private static final Endpoint SELF = Endpoint.loopback(1);
    private static final Endpoint GIVEN = Endpoint.loopback(2);

    private record Dial(long afterMillis, Endpoint remote) {}

    private final List<Dial> dials = new ArrayList<>();
    private final List<Endpoint> open = new ArrayList<>();
    private final NodeContext context = new NodeContext(
            VirtualNetwork.quiet(GIVEN), new PeerId(5, 5), new SplittableRandom(3), new SharedValues(), this::take);
    private final PeerTable peers = new PeerTable();
    private final AddressBook book = new AddressBook();
    private final Blacklist blacklist = new Blacklist(context);
    private final ConnectionPool pool = new ConnectionPool(context, peers, blacklist, new HealthMonitor(context), book);
    private final PartitionWatch watch = new PartitionWatch(context, peers, book, blacklist, () -> false);
    private final Rejoin rejoin = new Rejoin(context, peers, book, blacklist, pool, watch);

    private void take(Output output) {
        if (output instanceof Output.Dial dial) {
            long sinceStart = context.now - VirtualNetwork.START_NANOS;
            dials.add(new Dial(TimeUnit.NANOSECONDS.toMillis(sinceStart), dial.remote()));
            open.add(dial.remote());
        }
    }

    private void start() {
        context.now = VirtualNetwork.START_NANOS;
        context.listening = SELF;
        watch.start();
        rejoin.start();
    }

    private void pass(Duration span) {
        long end = context.now + span.toNanos();
        while (true) {
            long due = Math.min(watch.nextDueNanos(), Math.min(rejoin.nextDueNanos(), pool.nextDueNanos()));
            if (due > end) {
                context.now = end;
                return;
            }
            context.now = Math.max(context.now, due);
            for (Timed part : List.of(watch, rejoin, pool)) {
                if (part.nextDueNanos() <= context.now) {
                    part.run();
                }
            }
            open.forEach(remote -> pool.failed(remote, DialFailure.REFUSED));
            open.clear();
        }
    }

    private void hear(int from, int to) {
        for (int port = from; port <= to; port++) {
            book.heard(info(port));
        }
    }

    private static PeerInfo info(int port) {
        return new PeerInfo(new PeerId(7, port), Endpoint.loopback(port), 0, 0, NodeType.OURS);
    }

    private Connection peer(int number) {
        Connection connection = new Connection(new ConnectionId(number), Endpoint.loopback(number), false, context);
        connection.peer = new PeerId(7, number);
        peers.opened(connection);
        peers.register(connection);
        watch.registered(connection);
        return connection;
    }

    private void lose(Connection connection) {
        peers.removed(connection);
        peers.unregister(connection);
        watch.lost(connection);
    }

    @Test
    void aLonelyNodeTriesThreeAddressesTwoHundredMillisecondsApartThenRests() {
        hear(11, 30);
        start();
        pass(Duration.ofMillis(7_800));
        assertThat(dials).extracting(Dial::afterMillis).containsExactly(5_000L, 5_200L, 5_400L);
        assertThat(dials).extracting(Dial::remote).doesNotHaveDuplicates();
        pass(Duration.ofSeconds(10));
        assertThat(dials).hasSizeBetween(6, 12);
    }

    @Test
    void itSparesItselfTheBlacklistedAndWhatThePoolTriesAlready() {
        hear(1, 4);
        blacklist.add(new PeerId(7, 3), null, "enough", true, null);
        start();
        pool.start();
        pass(Duration.ofSeconds(30));
        assertThat(dials.stream().filter(dial -> !dial.remote().equals(GIVEN)))
                .isNotEmpty()
                .allSatisfy(dial -> assertThat(dial.remote()).isEqualTo(Endpoint.loopback(4)));
    }

    @Test
    void aNodeWithPeersAndWithoutSuspicionTriesNothing() {
        hear(11, 30);
        start();
        peer(2);
        pass(Duration.ofMinutes(5));
        assertThat(dials).isEmpty();
    }

    @Test
    void aSuspiciousNodeWithPeersGivesThePoolTenSeconds() {
        hear(11, 60);
        start();
        Connection first = peer(2);
        Connection second = peer(3);
        peer(4);
        pass(Duration.ofSeconds(6));
        lose(first);
        lose(second);
        pass(Duration.ofSeconds(10));
        assertThat(watch.suspicion()).isNotNull();
        assertThat(dials).isEmpty();
        pass(Duration.ofSeconds(12));
        assertThat(dials).isNotEmpty();
    }

    @Test
    void threeMorePeersThanBeforeTheSuspicionAreEnough() {
        hear(20, 60);
        start();
        peer(2);
        pass(Duration.ofSeconds(6));
        for (int port = 11; port <= 12; port++) {
            book.worked(info(port));
            for (int failures = 0; failures < 3; failures++) {
                book.failed(Endpoint.loopback(port), context.now);
            }
        }
        pass(Duration.ofSeconds(25));
        assertThat(dials).isNotEmpty();
        peer(3);
        peer(4);
        peer(5);
        dials.clear();
        pass(Duration.ofSeconds(30));
        assertThat(watch.suspicion()).isNotNull();
        assertThat(dials).isEmpty();
    }

    @Test
    void aMendedNetworkIsTriedAtOnce() {
        hear(11, 30);
        start();
        pass(Duration.ofSeconds(1));
        rejoin.retryNow();
        pass(Duration.ofMillis(10));
        assertThat(dials).hasSize(1);
    }
}
