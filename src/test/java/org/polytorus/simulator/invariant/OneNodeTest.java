package org.polytorus.simulator.invariant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.Gauge;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeSight.OpenConnection;
import org.polytorus.simulator.protocol.NodeSight.Stage;
import org.polytorus.simulator.protocol.NodeSight.Wanted;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What is said of a node from inside; each rule is seen broken by a real node, which dialled another, altered in one place. */
final class OneNodeTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");

    private Seen seen = new Seen(false, List.of(), List.of(), 0, NetworkStats.ZERO, 0, null);
    private Host host = new Host(List.of(), false);

    /** What a node shows, as a value. */
    public record Seen(
            boolean isRunning,
            List<OpenConnection> connections,
            List<Wanted> addresses,
            long poolDueNanos,
            NetworkStats stats,
            long held,
            @Nullable Chain shown)
            implements NodeSight {
        @Override
        public int minimumDifficulty() {
            return 1;
        }

        @Override
        public ChainView chain() {
            return requireNonNull(shown);
        }

        @Override
        public void gauge(Gauge gauge) {
            gauge.holds("things", held, 10);
            gauge.holds("others", 0, 10);
        }
    }

    /** A whole chain, as a value. */
    public record Chain(List<Block> blocks) implements ChainView {
        @Override
        public Hash tipHash() {
            return requireNonNull(Hash.parse(blocks.getLast().hash()));
        }

        @Override
        public int height() {
            return blocks.size() - 1;
        }

        @Override
        public int lowestHeight() {
            return 0;
        }

        @Override
        public @Nullable Block atHeight(int height) {
            return blocks.get(height);
        }

        @Override
        public boolean contains(Hash hash) {
            return true;
        }

        Chain with(int height, Block block) {
            List<Block> changed = new ArrayList<>(blocks);
            changed.set(height, block);
            return new Chain(changed);
        }
    }

    private record Host(Collection<ConnectionId> connections, boolean dials) implements HostSight {
        @Override
        public boolean isDialling(Endpoint remote) {
            return dials;
        }
    }

    @BeforeEach
    void lookIntoARealNode() {
        Simulation simulation = new Simulation(
                new TestnetSpec(
                        "two",
                        1,
                        List.of(QuietNodes.named("node1"), QuietNodes.named("node2")),
                        List.of(LinkSpec.clean(ONE, TWO))),
                Recorder.NONE,
                false);
        simulation.watch((name, sight, openAtHost) -> {
            if (name.equals(ONE)) {
                ChainView chain = sight.chain();
                List<Block> blocks = new ArrayList<>();
                for (int height = 0; height <= chain.height(); height++) {
                    blocks.add(requireNonNull(chain.atHeight(height)));
                }
                seen = new Seen(
                        sight.isRunning(),
                        sight.connections(),
                        sight.addresses(),
                        sight.poolDueNanos(),
                        sight.stats(),
                        0,
                        new Chain(blocks));
                host = new Host(List.copyOf(openAtHost.connections()), false);
            }
        });
        simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(3));
        for (int i = 0; i < 3; i++) {
            simulation.submit(new TestnetCommand.MineBlock(ONE));
        }
        simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(3));
    }

    private @Nullable String pool(Object... changes) {
        return new OnePoolState().broken(ONE, Altered.copy(seen, changes), host);
    }

    private Wanted wanted(Object... changes) {
        return Altered.copy(seen.addresses().getFirst(), changes);
    }

    private OpenConnection connection(Object... changes) {
        return Altered.copy(seen.connections().getFirst(), changes);
    }

    @Test
    void aRealNodeKeepsEverything() {
        assertThat(Invariants.ofNodes()).allMatch(invariant -> invariant.broken(ONE, seen, host) == null);
        assertThat(seen.addresses()).extracting(Wanted::stage).containsExactly(Stage.ACTIVE);
        assertThat(seen.shown()).isNotNull().extracting(Chain::height).isEqualTo(3);
    }

    @Test
    void aStateOfAnAddressThatIsNotTheTrueOneIsSeen() {
        assertThat(pool("connections", List.of())).contains("as ACTIVE, but has no connection there");
        List<Wanted> pending = List.of(wanted("stage", Stage.PENDING));
        assertThat(pool("addresses", pending)).contains("is connected there already");
        assertThat(pool("addresses", pending, "connections", List.of())).contains("no dial is under way");
        assertThat(new OnePoolState()
                        .broken(
                                ONE,
                                Altered.copy(seen, "addresses", pending, "connections", List.of()),
                                new Host(List.of(), true)))
                .isNull();
        assertThat(pool("addresses", List.of(wanted("stage", Stage.WAITING)))).contains("is connected there");
        assertThat(pool("addresses", List.of(wanted("stage", Stage.SELF)))).contains("is connected there");
        assertThat(pool(
                        "addresses",
                        List.of(wanted("stage", Stage.SATISFIED)),
                        "connections",
                        List.of(connection("registered", false))))
                .contains("its peer is not connected");
    }

    @Test
    void anAddressAtWhichNobodyWillLookWhenItsTimeHasComeIsSeen() {
        List<Wanted> waiting = List.of(wanted("stage", Stage.WAITING, "nextTryNanos", 100L));
        assertThat(pool("addresses", waiting, "connections", List.of(), "poolDueNanos", 101L))
                .contains("nobody will look at it");
        assertThat(pool("addresses", waiting, "connections", List.of(), "poolDueNanos", 100L))
                .isNull();
    }

    @Test
    void twoConnectionsOfOnePeerAndAPeerWhoseConnectionIsEndingAreSeen() {
        OpenConnection second = connection("id", new ConnectionId(99), "dialled", false);
        assertThat(pool("connections", List.of(connection(), second))).contains("has two connections");
        assertThat(pool("connections", List.of(connection("ending", true)))).contains("whose connection it is ending");
        assertThat(pool("connections", List.of(), "isRunning", false)).isNull();
    }

    @Test
    void connectionsThatNodeAndHostDoNotShareAreSeen() {
        KnowsItsConnections invariant = new KnowsItsConnections();
        assertThat(invariant.broken(ONE, seen, new Host(List.of(), false))).contains("which its host does not have");
        assertThat(invariant.broken(ONE, Altered.copy(seen, "connections", List.of()), host))
                .contains("knows 0 connections, its host has 1");
        NetworkStats wrong = Altered.copy(seen.stats(), "activeConnections", 2L);
        assertThat(invariant.broken(ONE, Altered.copy(seen, "stats", wrong), host))
                .contains("counts 2 active connections and has 1");
    }

    @Test
    void whatExceedsItsBoundIsSeenWhateverElseKeepsIts() {
        WithinBounds invariant = new WithinBounds();
        assertThat(invariant.broken(ONE, Altered.copy(seen, "held", 10L), host)).isNull();
        assertThat(invariant.broken(ONE, Altered.copy(seen, "held", 11L), host)).contains("11 things, of 10 at most");
        assertThat(invariant.broken(ONE, Altered.copy(seen, "held", -1L), host)).contains("-1 things");
    }

    @Test
    void aBlockThatBreaksARuleIsSeenWhereverItStandsInTheChain() {
        Chain chain = requireNonNull(seen.shown());
        for (int height = 0; height <= 3; height++) {
            Block real = requireNonNull(chain.atHeight(height));
            Block altered = Altered.copy(real, "nonce", real.nonce() + 1);
            Seen wrong = Altered.copy(seen, "shown", chain.with(height, altered));
            assertThat(new FollowsValidChain().broken(ONE, wrong, host)).contains("at height " + height);
        }
        Block third = requireNonNull(chain.atHeight(3));
        Seen skipping =
                Altered.copy(seen, "shown", new Chain(List.of(chain.blocks().getFirst(), third)));
        assertThat(new FollowsValidChain().broken(ONE, skipping, host)).contains("says that it is at 3");
    }

    @Test
    void aBlockThatIsNotTheParentOfTheNextIsSeen() {
        Chain chain = requireNonNull(seen.shown());
        Block second = requireNonNull(chain.atHeight(2));
        Block other =
                Altered.copy(second, "hash", requireNonNull(chain.atHeight(1)).hash());
        assertThat(new FollowsValidChain().broken(ONE, Altered.copy(seen, "shown", chain.with(2, other)), host))
                .contains("at height 2", "not the parent");
    }
}
