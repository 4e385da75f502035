package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.wire.Message;

/** Programs that are not ours take part in a testnet, over real sockets. */
class GuestTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName RUSTY = new NodeName("rusty");
    private static final LinkId ONE_RUSTY = LinkId.of(ONE, RUSTY);
    private static final PeerId ID = PeerId.parse("3f2a91c0-0000-4000-8000-000000000001");
    private static final PeerId OTHER_ID = PeerId.parse("77777777-0000-4000-8000-000000000002");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LATENCY = Duration.ofMillis(150);

    private final Testnet testnet = new LiveTestnetFactory()
            .start(new TestnetSpec(
                    "guests",
                    4711,
                    List.of(QuietNodes.named("node1"), QuietNodes.named("node2")),
                    List.of(LinkSpec.clean(ONE, TWO))));

    @AfterEach
    void closed() {
        testnet.close();
    }

    @Test
    void anExpectedGuestThatDialsInHasItsNameAndIsServedInFull() throws IOException {
        done(new TestnetCommand.AttachGuest(GuestSpec.expected("rusty")));
        assertThat(guest(RUSTY).id()).isNull();
        try (GuestProgram program = GuestProgram.dialling(address(ONE), ID)) {
            awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
            await().atMost(PATIENCE).untilAsserted(() -> {
                GuestSnapshot guest = guest(RUSTY);
                assertThat(guest.id()).isEqualTo(ID);
                assertThat(guest.nodeType()).isEqualTo("full_node");
                assertThat(guest.lastHeardNanos()).isPositive();
            });
            assertThat(program.heard().stream().filter(Message.Handshake.class::isInstance))
                    .hasSize(1);
            done(new TestnetCommand.MineBlock(TWO));
            program.awaitHeard(Message.BlockData.class::isInstance);
            assertThat(testnet.snapshot().components()).containsExactly(List.of(ONE, TWO));
        }
        await().atMost(PATIENCE)
                .until(() -> links(link -> link.id().equals(ONE_RUSTY) && link.state() == LinkSnapshot.State.CONNECTED)
                        .isEmpty());
        try (GuestProgram again = GuestProgram.dialling(address(TWO), ID)) {
            awaitLink(LinkId.of(TWO, RUSTY), LinkSnapshot.State.CONNECTED);
            again.awaitHeard(Message.Handshake.class::isInstance);
        }
    }

    @Test
    void theLinkOfAGuestThatDialledInIsDroppedDelayedAndRestoredFromOurSide() throws IOException {
        done(new TestnetCommand.AttachGuest(GuestSpec.expected("rusty")));
        try (GuestProgram program = GuestProgram.dialling(address(ONE), ID)) {
            awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
            done(new TestnetCommand.DropLink(ONE_RUSTY));
            await().atMost(PATIENCE).until(program::hasEnded);
            awaitLink(ONE_RUSTY, LinkSnapshot.State.DROPPED);
        }
        try (GuestProgram refused = GuestProgram.dialling(address(ONE), ID)) {
            await().atMost(PATIENCE).until(refused::hasEnded);
            assertThat(refused.heard()).isEmpty();
        }
        done(new TestnetCommand.SetConditions(ONE_RUSTY, Direction.A_TO_B, LinkConditions.ofLatency(LATENCY)));
        done(new TestnetCommand.RestoreLink(ONE_RUSTY));
        try (GuestProgram program = GuestProgram.dialling(address(ONE), ID)) {
            awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
            program.awaitHeard(Message.Ping.class::isInstance);
            long asked = System.nanoTime();
            program.say(new Message.Ping(77, 0));
            program.awaitHeard(message -> message instanceof Message.Pong pong && pong.nonce() == 77);
            assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(LATENCY.toNanos());
            awaitMeasured(Direction.A_TO_B);
            assertThat(link(ONE_RUSTY).bToA().delayNanos()).isZero();
        }
    }

    @Test
    void aGuestThatANodeDialsIsDroppedDelayedAndRestored() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Endpoint address = Endpoint.loopback(listener.getLocalPort());
            done(new TestnetCommand.AttachGuest(new GuestSpec(RUSTY, address, List.of(ONE))));
            try (GuestProgram program = answering(listener)) {
                awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
                assertThat(guest(RUSTY).id()).isEqualTo(ID);
                assertThat(guest(RUSTY).address()).isEqualTo(address);
                done(new TestnetCommand.DropLink(ONE_RUSTY));
                await().atMost(PATIENCE).until(program::hasEnded);
            }
            for (Direction direction : Direction.values()) {
                done(new TestnetCommand.SetConditions(ONE_RUSTY, direction, LinkConditions.ofLatency(LATENCY)));
            }
            done(new TestnetCommand.RestoreLink(ONE_RUSTY));
            try (GuestProgram program = answering(listener)) {
                awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
                awaitMeasured(Direction.A_TO_B);
                awaitMeasured(Direction.B_TO_A);
                done(new TestnetCommand.ProbeLink(ONE_RUSTY));
                await().atMost(PATIENCE).until(() -> link(ONE_RUSTY).aToB().roundTripNanos() >= 2 * LATENCY.toNanos());
                done(new TestnetCommand.DetachGuest(RUSTY));
                await().atMost(PATIENCE).until(program::hasEnded);
            }
            await().atMost(PATIENCE)
                    .until(() -> testnet.snapshot().guests().isEmpty()
                            && testnet.snapshot().links().size() == 1
                            && node(ONE).pending().isEmpty()
                            && node(ONE).failed().isEmpty());
        }
    }

    @Test
    void aGuestThatStartsAnewUnderAnotherIdKeepsItsNameAndOthersAreNamedByTheirs() throws IOException {
        done(new TestnetCommand.AttachGuest(GuestSpec.expected("rusty")));
        try (GuestProgram program = GuestProgram.dialling(address(ONE), ID)) {
            program.awaitHeard(Message.Handshake.class::isInstance);
            try (GuestProgram stranger = GuestProgram.dialling(address(ONE), OTHER_ID)) {
                stranger.awaitHeard(Message.Handshake.class::isInstance);
                awaitLink(LinkId.of(ONE, new NodeName("guest 77777777")), LinkSnapshot.State.CONNECTED);
            }
        }
        await().atMost(PATIENCE).until(() -> node(ONE).peers().size() == 1);
        PeerId anew = PeerId.parse("99999999-0000-4000-8000-000000000003");
        try (GuestProgram program = GuestProgram.dialling(address(ONE), anew)) {
            program.awaitHeard(Message.Handshake.class::isInstance);
            await().atMost(PATIENCE).until(() -> anew.equals(guest(RUSTY).id()));
            awaitLink(ONE_RUSTY, LinkSnapshot.State.CONNECTED);
        }
    }

    @Test
    void oneConnectionIsUpAndDownInTheEvents() throws IOException {
        done(new TestnetCommand.AttachGuest(GuestSpec.expected("rusty")));
        try (GuestProgram program = GuestProgram.dialling(address(ONE), ID)) {
            program.awaitHeard(Message.Handshake.class::isInstance);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(testnet.eventsAfter(0).stream()
                                .filter(event -> ONE_RUSTY.equals(event.link()))
                                .map(TestnetEvent::text))
                        .containsExactly(
                                "node1 and rusty, a guest, are connected",
                                "node1 lost rusty: the other side closed it"));
    }

    @Test
    void moreGuestsThanAreShownAreServedAndCounted() {
        LinkRegistry registry = new LinkRegistry(1, new FlightLog(), new EpochClock());
        Guests guests = registry.guests();
        for (int i = 0; i < GuestSpec.MAX_GUESTS; i++) {
            assertThat(guests.invite(GuestSpec.expected("expected" + i))).isTrue();
            assertThat(guests.arrived(new PeerId(1, i), ONE, null)).isNotNull();
            registry.open(LinkId.of(ONE, new NodeName("expected" + i))).drop().join();
        }
        assertThat(guests.invite(GuestSpec.expected("late"))).isFalse();
        assertThat(guests.arrived(new PeerId(2, 1), ONE, null)).isNull();
        assertThat(guests.unshown()).isEqualTo(1);
        assertThat(new GuestFolder(guests).problems())
                .singleElement()
                .asString()
                .startsWith("More programs than 100 take part as guests: 1 connections");
    }

    @Test
    void whoCameByItselfAndHasGoneMakesRoomForTheNext() {
        LinkRegistry registry = new LinkRegistry(1, new FlightLog(), new EpochClock());
        Guests guests = registry.guests();
        for (int i = 0; i <= GuestSpec.MAX_GUESTS; i++) {
            assertThat(guests.arrived(new PeerId(i, i), ONE, null)).isNotNull();
        }
        assertThat(guests.all()).hasSize(GuestSpec.MAX_GUESTS);
        assertThat(registry.nameOf(new PeerId(0, 0))).isNull();
        assertThat(registry.all()).hasSize(GuestSpec.MAX_GUESTS);
    }

    @Test
    void whoCameByItselfIsKnownByItsRightNameOnceItsAddressAnswers() {
        LinkRegistry registry = new LinkRegistry(1, new FlightLog(), new EpochClock());
        Guests guests = registry.guests();
        assertThat(guests.arrived(ID, TWO, null)).isNotNull();
        guests.invite(new GuestSpec(RUSTY, Endpoint.loopback(9), List.of(ONE)));
        guests.answered(RUSTY, ID);
        assertThat(guests.all()).extracting(Guests.Guest::name).containsExactly(RUSTY);
        assertThat(registry.nameOf(ID)).isEqualTo(RUSTY);
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void noNodeOfThisTestnetIsEverAGuest() {
        LinkRegistry registry = new LinkRegistry(1, new FlightLog(), new EpochClock());
        registry.add(TWO, ID);
        assertThat(registry.guests().arrived(ID, ONE, null)).isNull();
        assertThat(registry.guests().all()).isEmpty();
    }

    @Test
    void whatCannotBeAttachedIsRefusedWithTheReason() {
        done(new TestnetCommand.AttachGuest(GuestSpec.expected("rusty")));
        Endpoint free = Endpoint.loopback(9);
        assertRefused(GuestSpec.expected("rusty"), "The name rusty is taken by a guest of this testnet.");
        assertRefused(GuestSpec.expected("node1"), "The name node1 is taken by a node of this testnet.");
        assertRefused(
                new GuestSpec(new NodeName("x"), address(TWO), List.of(ONE)),
                "listens node2, which is a node of this testnet itself.");
        assertRefused(new GuestSpec(new NodeName("x"), free, List.of()), "No node dials x. Choose at least one.");
        assertRefused(
                new GuestSpec(new NodeName("x"), free, List.of(new NodeName("node9"))),
                "There is no node named node9 that could dial x. The nodes are node1, node2.");
        assertRefused(
                new GuestSpec(new NodeName("x"), Endpoint.loopback(0), List.of(ONE)),
                "Nobody can be dialled at 127.0.0.1:0.");
        assertRefused(
                new GuestSpec(new NodeName("x"), null, List.of(ONE)), "x is to dial in, so node1 cannot dial it.");
        assertThat(submit(new TestnetCommand.DetachGuest(TWO)).message())
                .isEqualTo("There is no guest named node2 in this testnet. Its guests are rusty.");
    }

    /** Takes the node's call and answers its Handshake with an Ack alone, as PolyTorus's listeners do. */
    private static GuestProgram answering(ServerSocket listener) throws IOException {
        GuestProgram program = GuestProgram.accepting(listener, ID);
        program.awaitHeard(Message.Handshake.class::isInstance);
        return program;
    }

    private void awaitMeasured(Direction direction) {
        await().atMost(PATIENCE).until(() -> link(ONE_RUSTY).side(direction).delayNanos() >= LATENCY.toNanos());
    }

    private void assertRefused(GuestSpec guest, String why) {
        CommandResult result = submit(new TestnetCommand.AttachGuest(guest));
        assertThat(result.done()).isFalse();
        assertThat(result.message()).contains(why);
    }

    private void awaitLink(LinkId id, LinkSnapshot.State state) {
        await().atMost(PATIENCE)
                .until(() -> links(link -> link.id().equals(id)).stream().anyMatch(link -> link.state() == state));
    }

    private LinkSnapshot link(LinkId id) {
        return links(link -> link.id().equals(id)).getFirst();
    }

    private List<LinkSnapshot> links(Predicate<LinkSnapshot> wanted) {
        return testnet.snapshot().links().stream().filter(wanted).toList();
    }

    private GuestSnapshot guest(NodeName name) {
        await().atMost(PATIENCE)
                .until(() -> testnet.snapshot().guests().stream()
                        .anyMatch(guest -> guest.name().equals(name)));
        return testnet.snapshot().guests().stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private NodeSnapshot node(NodeName name) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Endpoint address(NodeName node) {
        return node(node).address();
    }

    private void done(TestnetCommand command) {
        Commands.done(testnet, command);
    }

    private CommandResult submit(TestnetCommand command) {
        return Commands.submit(testnet, command);
    }
}
