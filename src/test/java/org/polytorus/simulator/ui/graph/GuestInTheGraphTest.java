package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class GuestInTheGraphTest {
    private static final NodeName RUSTY = new NodeName("rusty");
    private static final PeerId ID = PeerId.parse("3f2a91c0-0000-4000-8000-000000000001");

    @Test
    void aGuestIsDrawnAfterTheNodesWithItsLink() {
        GraphScene scene = scene(LinkSnapshot.State.CONNECTED);
        assertThat(scene.nodes())
                .last()
                .isEqualTo(new GraphScene.NodeMark(RUSTY, NodeLook.GUEST, 7, GraphScene.NO_RING, false));
        assertThat(scene.links()).anyMatch(link -> link.id().joins(RUSTY));
        Selection guest = new Selection.OfNode(RUSTY);
        assertThat(scene.left(guest)).isEqualTo(guest);
    }

    @Test
    void aGuestWithoutAConnectionLooksAway() {
        assertThat(scene(LinkSnapshot.State.DROPPED).nodes().getLast().look()).isEqualTo(NodeLook.GUEST_AWAY);
    }

    @Test
    void aGuestIsTold() {
        TestnetSnapshot snapshot = snapshot(LinkSnapshot.State.CONNECTED);
        assertThat(Describe.tip(snapshot, new Selection.OfNode(RUSTY)))
                .isEqualTo("rusty\nGuest: another program, connected\nId 3f2a91c0 · height 7");
        assertThat(Describe.spoken(snapshot, Selection.NONE)).contains("2 nodes, 1 guest, 2 links");
    }

    private static GraphScene scene(LinkSnapshot.State state) {
        return GraphScene.of(snapshot(state), new TipColours(3));
    }

    private static TestnetSnapshot snapshot(LinkSnapshot.State state) {
        TestnetSnapshot of = SnapshotFixtures.ring(2)
                .link("node1", "rusty")
                .state("node1", "rusty", state)
                .build();
        return Altered.copy(
                of, "guests", List.of(new GuestSnapshot(RUSTY, Endpoint.loopback(8333), ID, "full_node", 7, 1)));
    }
}
