package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;

class LinkRigTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource
    void messagesOnALinkAreAsLateAsAskedAndShownSo(Direction direction) {
        long asked = Duration.ofMillis(30).toNanos();
        try (LinkRig rig = new LinkRig(true, RigGround.LOOPBACK)) {
            rig.ask(direction, LinkConditions.ofLatency(Duration.ofNanos(asked)));
            assertThat(Arrays.stream(rig.delays(direction, 20, () -> 1_000_000)))
                    .allMatch(delay -> delay >= asked);
            assertThat(rig.shown(direction).delayNanos()).isGreaterThanOrEqualTo(asked);

            rig.ask(direction, LinkConditions.NONE);
            assertThat(Arrays.stream(rig.delays(direction, 20, () -> 1_000_000)))
                    .anyMatch(delay -> delay < asked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutALinkEveryMessageArrives(Direction direction) {
        try (LinkRig rig = new LinkRig(false, RigGround.LOOPBACK)) {
            rig.send(direction, 10_000, 256).join();
            await().atMost(PATIENCE).until(() -> rig.received(direction) == 10_000);
            assertThat(rig.receivedBytes(direction)).isEqualTo(256 * 10_000);
        }
    }
}
