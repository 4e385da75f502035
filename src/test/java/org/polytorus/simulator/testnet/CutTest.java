package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

class CutTest {
    private static final NodeGroup WEST = group("west", "a", "b");
    private static final NodeGroup EAST = group("east", "c");

    @Test
    void aPartitionCutsBothDirectionsOfALinkBetweenGroups() {
        Cut cut = new Cut(new Partition("p", List.of(WEST, EAST), false));
        assertThat(cut.of(link("a", "c"))).containsExactly(Direction.values());
    }

    @Test
    void linksInsideAGroupAndOfNodesInNoGroupStay() {
        Cut cut = new Cut(new Partition("p", List.of(WEST, EAST), false));
        assertThat(cut.of(link("a", "b"))).isEmpty();
        assertThat(cut.of(link("a", "outside"))).isEmpty();
    }

    @Test
    void inOneWayOnlyWhatAGroupSendsToLaterOnesIsSwallowed() {
        Cut cut = new Cut(new Partition("p", List.of(EAST, WEST), true));
        LinkId link = link("c", "a");
        assertThat(cut.of(link)).containsExactly(link.from(new NodeName("c")));
    }

    @Test
    void aPartitionNeedsTwoGroupsAndHasEachNodeOnOneSide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partition("p", List.of(WEST), false))
                .withMessage("A partition lies between at least two groups; found 1 in p");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partition("p", List.of(WEST, group("both", "d", "b")), false))
                .withMessage("A node is on one side of a partition; found b in west and in both");
    }

    private static NodeGroup group(String name, String... nodes) {
        return new NodeGroup(name, Stream.of(nodes).map(NodeName::new).toList());
    }

    private static LinkId link(String one, String other) {
        return LinkId.of(new NodeName(one), new NodeName(other));
    }
}
