package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.wire.Message;

/** How often a quiet peer is pinged, which was pinged once when it came. */
final class KeepAliveTest {

    private static long pingsInOneAndAHalfMinutes(Duration interval) {
        Script node =
                new Script(VirtualNetwork.quiet().but().pingInterval(interval).build());
        node.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        node.sent();
        node.pass(Duration.ofSeconds(90));
        return node.sent().stream().filter(Message.Ping.class::isInstance).count();
    }

    @Test
    void aLongIntervalIsShortenedSoThatConnectionsOfPolyTorusStayWarm() {
        assertThat(pingsInOneAndAHalfMinutes(Duration.ofSeconds(599))).isBetween(4L, 5L);
    }

    @Test
    void whoeverAsksForTenMinutesDoesWithoutPings() {
        assertThat(pingsInOneAndAHalfMinutes(Duration.ofMinutes(10))).isZero();
    }

    @Test
    void aShortIntervalIsTakenAsItIsAsked() {
        assertThat(pingsInOneAndAHalfMinutes(Duration.ofSeconds(10))).isBetween(9L, 10L);
    }
}
