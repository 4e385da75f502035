package org.polytorus.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/** What links are seen to have done with messages from one look to the next. */
final class TrafficAddsUpTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final LinkConditions COPYING =
            LinkConditions.NONE.but().duplication(0.5).build();

    private final TrafficAddsUp invariant = new TrafficAddsUp();

    /** So many messages from one to the other, of which the other has got so many. */
    private static Traffic traffic(NodeName from, NodeName to, long messages, long arrived, LinkConditions asked) {
        DirectionSnapshot counted =
                Altered.copy(DirectionSnapshot.IDLE, "requested", asked, "messages", messages, "delivered", arrived);
        LinkId link = LinkId.of(from, to);
        return new Traffic(link, link.from(from), counted, arrived);
    }

    private static Traffic copying(long messages, long arrived) {
        return traffic(ONE, TWO, messages, arrived, COPYING);
    }

    private static Traffic clean(NodeName from, NodeName to, long messages) {
        return traffic(from, to, messages, messages, LinkConditions.NONE);
    }

    /** Nothing is asked of the nodes' own counters. */
    private String found(Traffic... seen) {
        return String.valueOf(invariant.broken(List.of(seen), Map.of()));
    }

    private static Map<NodeName, NetworkStats> counted(long sent, long received) {
        Map<NodeName, NetworkStats> counted = new TreeMap<>();
        counted.put(ONE, new NetworkStats(1, 1, sent, received, 0, 0, 0, 0));
        return counted;
    }

    @Test
    void aCopyThatWasSeenAndIsNoMoreHidesNoMessageThatIsNowhere() {
        assertThat(found(copying(10, 14))).isEqualTo("null");
        assertThat(found(copying(20, 24))).isEqualTo("null");
        assertThat(found(copying(30, 32))).contains("node1 to node2", "of 30 messages on the link 2 are nowhere");
    }

    @Test
    void aLinkThatNoLongerCopiesMayHaveMadeCopiesSinceTheLookBefore() {
        assertThat(found(copying(10, 10))).isEqualTo("null");
        Traffic copied = traffic(ONE, TWO, 20, 21, LinkConditions.NONE);
        assertThat(found(copied)).isEqualTo("null");
        assertThat(found(copied)).as("nothing new").isEqualTo("null");
        assertThat(found(traffic(ONE, TWO, 30, 32, LinkConditions.NONE))).contains("copies that nobody asked for");
    }

    @Test
    void eachDirectionOfEachLinkIsComparedWithItselfAlone() {
        Traffic back = clean(TWO, ONE, 5);
        Traffic other = clean(ONE, THREE, 5);
        assertThat(found(copying(10, 14), back, other)).isEqualTo("null");
        assertThat(found(copying(10, 14), back, other)).isEqualTo("null");
    }

    @Test
    void moreThanTheLinkDeliveredIsNotHandedOver() {
        Traffic one = clean(ONE, TWO, 10);
        assertThat(found(new Traffic(one.link(), one.direction(), one.counted(), 11)))
                .contains("11 messages were handed over, of which the link delivered 10");
    }

    @Test
    void aNodeCountsWhatEntersAndLeavesAllOfItsLinks() {
        List<Traffic> seen =
                List.of(clean(ONE, TWO, 3), clean(ONE, THREE, 4), clean(TWO, ONE, 5), clean(THREE, ONE, 6));
        assertThat(invariant.broken(seen, counted(7, 11))).isNull();
        assertThat(invariant.broken(seen, counted(6, 11))).contains("counts 6 messages as sent, and 7 entered");
        assertThat(invariant.broken(seen, counted(8, 11))).contains("counts 8 messages as sent, and 7 entered");
        assertThat(invariant.broken(seen, counted(7, 10)))
                .contains("counts 10 messages as received, and was handed 11");
        assertThat(invariant.broken(seen, counted(7, 12)))
                .contains("counts 12 messages as received, and was handed 11");
    }
}
