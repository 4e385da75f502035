package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.host.NodeSetup;
import org.polytorus.simulator.host.Report;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.DisconnectReason;
import org.polytorus.simulator.protocol.SharedValues;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetEvent;

/** One virtual connection on its link, and when what is sent on it arrives. Its nodes do nothing. */
class WireTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    /** Whose line carries a byte a microsecond. */
    private static final NodeName NARROW = new NodeName("node3");

    private static final Bandwidth BYTE_A_MICRO = new Bandwidth(8_000_000);
    private static final int HEADER = 4;
    private static final int PAYLOAD = 96;
    private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    /** What a message takes besides, from one program to the other. */
    private static final long MACHINE = 50 * MICRO;

    private final EventQueue queue = new EventQueue(0);
    /** When something arrived at the second node, and the first byte of it. */
    private final List<String> arrived = new ArrayList<>();

    /** When something arrived at the first. */
    private final List<Long> answered = new ArrayList<>();

    private byte[] latest = {};
    private final SimWorld world = new SimWorld(1, queue, new Arrivals(), null);
    private final SimLink link;
    private final Wire wire;

    private final Wire narrow;

    WireTest() {
        SimNode one = node(0, ONE, null);
        SimNode two = node(1, TWO, null);
        SimNode three = node(2, NARROW, BYTE_A_MICRO);
        world.add(List.of(one, two, three));
        link = world.open(LinkId.of(ONE, TWO));
        wire = link.connect(one, two);
        narrow = world.open(LinkId.of(NARROW, TWO)).connect(three, two);
    }

    private SimNode node(int number, NodeName name, @Nullable Bandwidth upload) {
        NodeSpec spec = QuietNodes.named(name.value())
                .but()
                .machine(new Machine(upload, null, Duration.ZERO, Duration.ZERO))
                .build();
        return new SimNode(
                number,
                spec,
                new PeerId(number, number + 1),
                Endpoint.loopback(1 + number),
                NodeSetup.settings(spec, List.of(), new TreeMap<>(), TreeLimits.within(1 << 20)),
                new SplittableRandom(number),
                new SharedValues(),
                world,
                new SimNode.Listener() {
                    @Override
                    public void saw(Report report, boolean worthTelling) {}

                    @Override
                    public void changed(SimNode node) {}
                });
    }

    private void ask(LinkConditions conditions) {
        link.setConditions(Direction.A_TO_B, conditions);
    }

    private void askBothWays(LinkConditions conditions) {
        for (Direction direction : Direction.values()) {
            link.setConditions(direction, conditions);
        }
    }

    private byte[] send(char what) {
        return send(wire, what, PAYLOAD);
    }

    private static byte[] send(Wire wire, char what, int bytes) {
        byte[] payload = new byte[bytes];
        Arrays.fill(payload, (byte) what);
        wire.dialler().send(new byte[HEADER + bytes], payload, 0);
        return payload;
    }

    private static LinkConditions latency(long millis) {
        return LinkConditions.ofLatency(Duration.ofMillis(millis));
    }

    private static String at(char what, long nanos) {
        return what + " at " + nanos;
    }

    @Test
    void aMessageArrivesWhenItsLinkAndTheMachineHaveCarriedIt() {
        send('a');
        queue.runUntil(MILLI);
        ask(latency(100));
        send('b');
        queue.runUntil(200 * MILLI);
        // Longer than the calendar reaches.
        ask(latency(600));
        send('c');
        queue.runUntil(1_000 * MILLI);
        assertThat(arrived)
                .containsExactly(at('a', MACHINE), at('b', 101 * MILLI + MACHINE), at('c', 800 * MILLI + MACHINE));
    }

    @Test
    void whatArrivesAndWhatRingsAtOneTimeHappenInTheOrderInWhichTheyWereAskedFor() {
        queue.set(Alarm.of(() -> arrived.add("first alarm")), MACHINE);
        send('a');
        queue.set(Alarm.of(() -> arrived.add("second alarm")), MACHINE);
        queue.runUntil(MILLI);
        assertThat(arrived).containsExactly("first alarm", at('a', MACHINE), "second alarm");
    }

    @Test
    void nothingArrivesBeforeAnAlarmThatRingsEarlier() {
        send('a');
        queue.set(Alarm.of(() -> arrived.add("alarm at " + queue.now())), MACHINE - 1);
        queue.runUntil(MILLI);
        assertThat(arrived).containsExactly("alarm at " + (MACHINE - 1), at('a', MACHINE));
    }

    @Test
    void whatIsOnItsLinkArrivesOnceAndEarlierWhenTheLinkBecomesFaster() {
        ask(latency(500));
        send('a');
        send('b');
        queue.runUntil(100 * MILLI);
        ask(LinkConditions.NONE);
        queue.runUntil(1_000 * MILLI);
        assertThat(arrived).containsExactly(at('a', 100 * MILLI + MACHINE), at('b', 100 * MILLI + MACHINE));
    }

    @Test
    void whatHasLeftItsLinkArrivesWhateverBecomesOfTheLink() {
        ask(latency(100));
        send('a');
        queue.runUntil(MILLI);
        send('b');
        queue.runUntil(100 * MILLI + 20 * MICRO);
        ask(LinkConditions.NONE.withBlackHole(true));
        queue.runUntil(1_000 * MILLI);
        assertThat(arrived).contains(at('a', 100 * MILLI + MACHINE));
    }

    @Test
    void twoChangesWithinAMessagesLastStepBringNothingTwiceAndLoseNothing() {
        ask(latency(100));
        send('a');
        queue.runUntil(20 * MICRO);
        send('b');
        queue.runUntil(100 * MILLI);
        ask(latency(101));
        queue.runUntil(100 * MILLI + 25 * MICRO);
        send('c');
        queue.runUntil(100 * MILLI + 30 * MICRO);
        ask(latency(102));
        queue.runUntil(1_000 * MILLI);
        assertThat(arrived)
                .containsExactly(
                        at('a', 100 * MILLI + MACHINE),
                        at('b', 100 * MILLI + 20 * MICRO + MACHINE),
                        at('c', 201 * MILLI + 25 * MICRO + MACHINE));
    }

    @Test
    void whatIsOnItsLinkWhenTheConnectionBreaksNeverArrives() {
        ask(latency(100));
        send('a');
        queue.runUntil(50 * MILLI);
        wire.reset();
        queue.runUntil(1_000 * MILLI);
        assertThat(arrived).isEmpty();
        assertThat(wire.dialler().isClosed()).isTrue();
        assertThat(wire.listener().isClosed()).isTrue();
    }

    @Test
    void anEndIsHeardOutForAsLongAsBothDirectionsMayTake() {
        askBothWays(latency(3_000));
        send('a');
        wire.dialler().disconnect(DisconnectReason.STALE);
        queue.runUntil(2_900 * MILLI);
        wire.listener().send(new byte[HEADER + PAYLOAD], new byte[PAYLOAD], 0);
        queue.runUntil(5_900 * MILLI);
        assertThat(arrived).containsExactly(at('a', 3_000 * MILLI + MACHINE));
        assertThat(wire.dialler().isClosed()).as("an answer is under way").isFalse();
        queue.runUntil(5_901 * MILLI);
        assertThat(answered).containsExactly(5_900 * MILLI + MACHINE);
        assertThat(wire.dialler().isClosed()).isTrue();
        assertThat(wire.listener().isClosed()).isTrue();
    }

    @Test
    void anEndWaitsBehindWhatWaitsForTheLineOfItsNode() {
        int bytes = 3_000_000;
        send(narrow, 'a', bytes - HEADER);
        narrow.dialler().disconnect(DisconnectReason.STALE);
        queue.runUntil(2_999 * MILLI);
        assertThat(narrow.listener().isClosed()).isFalse();
        queue.runUntil(3_001 * MILLI);
        assertThat(arrived).containsExactly(at('a', bytes * MICRO + MACHINE));
        assertThat(narrow.listener().isClosed()).isTrue();
        assertThat(narrow.dialler().isClosed()).isTrue();
    }

    @Test
    void aConnectionWhoseOtherEndReadsNothingForTooLongIsBrokenOff() {
        ask(latency(10));
        for (int i = 0; i < 100; i++) {
            send('a');
        }
        queue.runUntil(20 * MILLI);
        ask(LinkConditions.NONE);
        for (int i = 0; i < LinkPolicy.MAX_FRAMES_ON_LINK; i++) {
            send('a');
        }
        assertThat(wire.dialler().isClosed()).isFalse();
        send('a');
        assertThat(wire.dialler().isClosed()).isTrue();
    }

    @Test
    void whatHasArrivedMakesRoomForWhatComesNext() {
        for (int turn = 0; turn < 3; turn++) {
            for (int i = 0; i < LinkPolicy.MAX_FRAMES_ON_LINK; i++) {
                send('a');
            }
            queue.runUntil(queue.now() + MILLI);
        }
        assertThat(wire.dialler().isClosed()).isFalse();
        assertThat(arrived).hasSize(3 * LinkPolicy.MAX_FRAMES_ON_LINK);
    }

    @Test
    void corruptionFlipsOneBitOfWhatArrivesAndNoneOfWhatTheSenderHolds() {
        ask(LinkConditions.NONE.but().corruption(1).build());
        byte[] sent = send('a');
        queue.runUntil(MILLI);
        assertThat(sent).containsOnly('a');
        assertThat(latest).hasSize(PAYLOAD);
        assertThat(IntStream.range(0, PAYLOAD)
                        .map(i -> Integer.bitCount((latest[i] ^ 'a') & 0xff))
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void aFrameInPiecesArrivesOnceWithItsLastPiece() {
        ask(LinkConditions.NONE
                .but()
                .slicing(new Slicing(25, Duration.ofMillis(4)))
                .build());
        send('a');
        queue.runUntil(100 * MILLI);
        assertThat(arrived).containsExactly(at('a', 12 * MILLI + MACHINE));
        LinkFidelity got = link.counters(Direction.A_TO_B)
                .snapshot(LinkConditions.NONE, -1, queue.now())
                .fidelity();
        assertThat(got.pieces()).isEqualTo(4);
    }

    private final class Arrivals implements Recorder {
        @Override
        public void event(TestnetEvent event) {}

        @Override
        public void delivered(long epochNanos, LinkId on, Direction direction, byte[] payload) {
            if (on.receiver(direction).equals(TWO)) {
                arrived.add(at((char) payload[0], epochNanos));
                latest = payload;
            } else {
                answered.add(epochNanos);
            }
        }
    }
}
