package org.polytorus.simulator.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.Topology;

class SimulatedTestnetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SimulatedTestnet testnet =
            new SimulatedTestnet(GeneratedTestnet.of("test", Topology.RING, 3, 0, 1), new Pace.Paused());

    @AfterEach
    void closed() {
        testnet.close();
    }

    private long virtualNanos() {
        return testnet.snapshot().epochNanos() - Simulation.BEGIN_NANOS;
    }

    @Test
    void pausedTimeStandsStillButForOneSecondAtATime() {
        assertThat(virtualNanos()).isZero();
        assertThat(testnet.stepSecond().join().done()).isTrue();
        assertThat(virtualNanos()).isEqualTo(SECOND);
        assertThat(testnet.stepSecond().join().done()).isTrue();
        assertThat(virtualNanos()).isEqualTo(2 * SECOND);
    }

    @Test
    void oneStepIsOneEvent() {
        long before = virtualNanos();
        assertThat(testnet.stepEvent().join().done()).isTrue();
        assertThat(virtualNanos()).isGreaterThan(before).isLessThan(SECOND);
    }

    @Test
    void stepsSayWhatHappened() {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CommandResult stepped = testnet.stepEvent().join();
            assertThat(stepped.done()).isTrue();
            heard.add(stepped.message());
        }
        assertThat(heard).anyMatch(text -> text.equals("Handshake has arrived, node2 → node1"));
        assertThat(heard).anyMatch(text -> text.contains("has arrived, ") && text.contains(": "));
        assertThat(heard).anyMatch(text -> text.startsWith("A timer rang"));
    }

    @Test
    void everyStepShowsInThePictureByTheTimeItIsAnswered() {
        for (int i = 0; i < 50; i++) {
            long before = testnet.snapshot().sequence();
            assertThat(testnet.stepEvent().join().done()).isTrue();
            assertThat(testnet.snapshot().sequence()).isGreaterThan(before);
            assertThat(testnet.now().epochNanos()).isEqualTo(testnet.snapshot().epochNanos());
        }
    }

    @Test
    void secondsThatAreAskedForTogetherPassOneAfterTheOther() {
        CompletableFuture<CommandResult> first = testnet.stepSecond();
        CompletableFuture<CommandResult> second = testnet.stepSecond();
        assertThat(first.join().done()).isTrue();
        assertThat(second.join().done()).isTrue();
        assertThat(virtualNanos()).isEqualTo(2 * SECOND);
    }

    @Test
    void stepPausesTimeThatGoesOn() {
        testnet.setPace(Pace.REAL_TIME).join();
        assertThat(testnet.now().pace()).isEqualTo(Pace.REAL_TIME);
        testnet.stepEvent().join();
        assertThat(testnet.now().pace()).isEqualTo(new Pace.Paused());
    }

    @Test
    void commandsTakeEffectWhilePaused() {
        assertThat(testnet.stepSecond().join().done()).isTrue();
        assertThat(testnet.submit(new TestnetCommand.StopAll()).join().done()).isTrue();
        assertThat(testnet.eventsAfter(0)).anyMatch(event -> event.text().equals("node3 has stopped"));
        assertThat(virtualNanos()).isEqualTo(SECOND);
    }

    @Test
    void asFastAsItGoesIsFasterThanTheClock() {
        long began = System.nanoTime();
        testnet.setPace(new Pace.Unlimited()).join();
        await().atMost(Duration.ofSeconds(30)).until(() -> virtualNanos() > 60 * SECOND);
        assertThat(System.nanoTime() - began).isLessThan(30 * SECOND);
    }

    @Test
    void timesTenIsTenVirtualSecondsInARealOne() {
        testnet.setPace(new Pace.Times(10)).join();
        long began = System.nanoTime();
        await().atMost(Duration.ofSeconds(30)).until(() -> virtualNanos() > 10 * SECOND);
        assertThat(System.nanoTime() - began).isGreaterThan(SECOND / 2);
    }

    @Test
    void closedTestnetRefusesAndItsThreadIsGone() {
        testnet.close();
        assertThat(testnet.submit(new TestnetCommand.StartAll()).join().message())
                .contains("closed");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("virtual-time"));
    }
}
