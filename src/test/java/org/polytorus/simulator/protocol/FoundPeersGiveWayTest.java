package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/** A node with one place, which a peer took that it found while its given address did not answer. */
final class FoundPeersGiveWayTest {
    private static final Endpoint GIVEN = Endpoint.loopback(2);
    private static final Endpoint FOUND = Endpoint.loopback(3);

    private final List<Endpoint> dialled = new ArrayList<>();
    private final List<Endpoint> givenUp = new ArrayList<>();
    private NodeContext context = context(DiscoverySettings.OFF);
    private PeerTable peers = new PeerTable();
    private ConnectionPool pool = pool();

    private NodeContext context(DiscoverySettings discovery) {
        NodeSettings settings = VirtualNetwork.quiet(GIVEN)
                .but()
                .maxPeers(1)
                .discovery(discovery)
                .build();
        return new NodeContext(settings, new PeerId(5, 5), new SplittableRandom(3), new SharedValues(), output -> {
            if (output instanceof Output.Dial dial) {
                dialled.add(dial.remote());
            }
        });
    }

    private ConnectionPool pool() {
        ConnectionPool made = new ConnectionPool(
                context, peers, new Blacklist(context), new HealthMonitor(context), new AddressBook());
        made.giveUpThrough(address -> {
            givenUp.add(address);
            peers.unregister(peers.peers().iterator().next());
        });
        return made;
    }

    @BeforeEach
    void fullOfWhatItFound() {
        fill();
    }

    private void fill() {
        context.now = VirtualNetwork.START_NANOS;
        pool.start();
        pool.run();
        pool.failed(GIVEN, DialFailure.TIMED_OUT);
        pool.offer(FOUND);
        pool.run();
        Connection found = new Connection(new ConnectionId(1), FOUND, true, context);
        found.peer = new PeerId(7, 3);
        peers.opened(found);
        peers.register(found);
        pool.active(FOUND, found.peerId());
        dialled.clear();
    }

    private void tryAgain() {
        context.now += Duration.ofSeconds(6).toNanos();
        pool.run();
    }

    @Test
    void anAddressThatTheNodeWasGivenTakesThePlaceOfOneThatItFound() {
        tryAgain();
        assertThat(givenUp).containsExactly(FOUND);
        assertThat(dialled).containsExactly(GIVEN);
        assertThat(pool.knows(FOUND)).isFalse();
    }

    @Test
    void aNewcomerTakesThePlaceOfOneThatTheNodeFound() {
        assertThat(pool.givesWay()).isTrue();
        assertThat(givenUp).containsExactly(FOUND);
        assertThat(pool.givesWay()).as("none is left to give way").isFalse();
    }

    @Test
    void whereNodesFindEachOtherByThemselvesNoAddressIsWorthMoreThanAnother() {
        context = context(new DiscoverySettings(true, Duration.ofSeconds(5), 1));
        peers = new PeerTable();
        pool = pool();
        fill();
        tryAgain();
        assertThat(pool.givesWay()).isFalse();
        assertThat(givenUp).isEmpty();
        assertThat(dialled).isEmpty();
        assertThat(pool.isConnected(FOUND)).isTrue();
    }
}
