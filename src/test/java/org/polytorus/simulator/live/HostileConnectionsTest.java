package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.wire.Message;

/** Connections that are made for nothing, or under a false name. */
class HostileConnectionsTest {
    private static final NodeName WITNESS = new NodeName("witness1");
    private static final int STRANGERS_PLACES = 128;
    private static final int PLACES_FOR_OWN = 64;

    private final HostileTestnet hostile = new HostileTestnet(Duration.ofSeconds(4));

    @AfterEach
    void closed() {
        hostile.close();
    }

    @Test
    void twoThousandConnectionsThatSayNothingHoldNoMoreThanTheStrangersPlaces() throws IOException {
        List<HostileGuest> storm = new ArrayList<>();
        try {
            for (int i = 0; i < 2_000; i++) {
                storm.add(new HostileGuest(hostile.address()));
            }
            long ended = 0;
            for (HostileGuest guest : storm.subList(0, 2_000 - STRANGERS_PLACES)) {
                ended += guest.isEnded() ? 1 : 0;
            }
            assertThat(ended).as("the oldest made room").isEqualTo(2_000 - STRANGERS_PLACES);
            hostile.awaitMisbehaviour("connected and said nothing", "makes room for the next stranger");
            hostile.assertOthersDidNotNotice();
            assertThat(storm.getLast().isEnded()).as("silent for too long").isTrue();
        } finally {
            for (HostileGuest guest : storm) {
                guest.close();
            }
        }
    }

    @Test
    void connectionsThatAreResetAtOnceLeaveNoFileDescriptorBehind() throws IOException {
        long before = openFiles();
        for (int i = 0; i < 2_000; i++) {
            new HostileGuest(hostile.address()).reset();
        }
        hostile.eventually(() -> openFiles() <= before + PLACES_FOR_OWN);
        try (HostileGuest peer = hostile.join()) {
            peer.reset();
        }
        hostile.eventually(() -> !hostile.hasGuest() && openFiles() <= before + PLACES_FOR_OWN);
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void anHonestNodeGetsInWithinSecondsWhileSilentStrangersHoldAllPlaces() throws Exception {
        Thread slowLoris = Thread.ofVirtual().unstarted(() -> keepAllPlaces(hostile));
        slowLoris.start();
        try {
            hostile.awaitMisbehaviour("makes room for the next stranger");
            hostile.testnet
                    .submit(new TestnetCommand.StopNode(WITNESS))
                    .toCompletableFuture()
                    .join();
            hostile.eventually(() -> peersOfVictim() == 1);
            long restarted = System.nanoTime();
            hostile.testnet
                    .submit(new TestnetCommand.StartNode(WITNESS))
                    .toCompletableFuture()
                    .join();
            hostile.eventually(() -> peersOfVictim() == 2);
            assertThat(Duration.ofNanos(System.nanoTime() - restarted)).isLessThan(Duration.ofSeconds(15));
        } finally {
            slowLoris.interrupt();
            slowLoris.join();
        }
    }

    @Test
    void twoHandshakesOnOneConnectionEndIt() throws IOException {
        try (HostileGuest peer = hostile.join()) {
            peer.sayHandshake(HostileTestnet.GUEST);
            assertThat(peer.isEnded()).isTrue();
        }
        hostile.awaitMisbehaviour("a second handshake on one connection");
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void whoClaimsTheIdOfAnotherNodeDoesNotTakeItsPlace() throws IOException {
        for (NodeSnapshot node : hostile.testnet.snapshot().nodes()) {
            try (HostileGuest impostor = new HostileGuest(hostile.address())) {
                impostor.sayHandshake(node.id());
                assertThat(impostor.isEnded()).isTrue();
            }
        }
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void dataBeforeTheHandshakeHasNoEffectAndInTheEndCostsTheConnection() throws IOException {
        try (HostileGuest stranger = new HostileGuest(hostile.address())) {
            for (int i = 0; i < 100; i++) {
                stranger.say(new Message.StatusUpdate(1_000_000));
            }
            assertThat(stranger.isEnded()).isTrue();
        }
        hostile.awaitMisbehaviour("a message before the handshake");
        hostile.assertOthersDidNotNotice();
    }

    @Test
    void moreIdentitiesThanTheNodeTakesPeersAreTurnedAway() throws IOException {
        List<HostileGuest> crowd = new ArrayList<>();
        try {
            for (int i = 1; i <= 60; i++) {
                HostileGuest guest = new HostileGuest(hostile.address());
                guest.sayHandshake(new PeerId(7, i));
                crowd.add(guest);
            }
            hostile.eventually(() -> peersOfVictim() == 50);
            hostile.assertOthersDidNotNotice();
        } finally {
            for (HostileGuest guest : crowd) {
                guest.close();
            }
        }
    }

    private int peersOfVictim() {
        return hostile.victim().peers().size();
    }

    /** Connects again and again, as fast as it can, until it is interrupted; the newest 500 stay open. */
    private static void keepAllPlaces(HostileTestnet hostile) {
        List<HostileGuest> held = new ArrayList<>();
        try {
            while (!Thread.interrupted()) {
                held.add(new HostileGuest(hostile.address()));
                if (held.size() > 500) {
                    held.removeFirst().close();
                }
            }
        } catch (IOException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (HostileGuest guest : held) {
            try {
                guest.close();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        }
    }

    private static long openFiles() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        Assumptions.assumeTrue(system instanceof UnixOperatingSystemMXBean, "only Unix counts open files");
        return ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount();
    }
}
