package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** How long the node waits from each ping to the next, in milliseconds, while its peer answers each of them. */
    private static List<Long> gapsMillis(Script node, int pings) {
        List<Long> gaps = new ArrayList<>();
        long gap = 0;
        while (gaps.size() < pings) {
            node.pass(Duration.ofMillis(1));
            gap++;
            for (Message message : node.sent()) {
                if (message instanceof Message.Ping ping) {
                    node.says(new Message.Pong(ping.nonce(), 0));
                    gaps.add(gap);
                    gap = 0;
                }
            }
        }
        return gaps;
    }

    private static Script withPeer() {
        Script node = Script.accepting().saysHandshake(NodeType.OURS);
        node.sent();
        return node;
    }

    @Test
    void pingsComeUpToATenthOfTheIntervalEarlyAndEachAtATimeOfItsOwn() {
        List<Long> gaps = gapsMillis(withPeer(), 40);
        assertThat(gaps)
                .allSatisfy(gap -> assertThat(gap).isBetween(18_000L, 20_001L))
                .anyMatch(gap -> gap < 18_500)
                .anyMatch(gap -> gap > 19_500);
    }

    @Test
    void whenTheNetworkWasMendedEachPeerIsPingedAtOnceAndToldOfTheTip() {
        Script node = withPeer();
        node.give(new Input.NetworkChanged()).pass(Duration.ZERO);
        assertThat(node.sent())
                .hasAtLeastOneElementOfType(Message.Ping.class)
                .hasAtLeastOneElementOfType(Message.BlockAnnouncement.class);
        assertThat(gapsMillis(node, 1).getFirst())
                .as("milliseconds until the next")
                .isBetween(18_000L, 20_001L);
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
