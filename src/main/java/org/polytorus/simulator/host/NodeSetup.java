package org.polytorus.simulator.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.NodeSettings;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What the nodes of a description begin with: ids, settings, chance. The same seed, the same, on either host. */
public final class NodeSetup {
    private static final String GENERATOR = "L64X128MixRandom";
    /** Far apart, so that the connections of one link never draw the chances of another. */
    private static final long LINK_SEED_STEP = 1_000_003;

    private NodeSetup() {}

    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of(GENERATOR).create(seed);
    }

    /** The chances of one connection of a link, its {@code count}th from 0 on. */
    public static RandomGenerator linkRandom(long seed, LinkId link, long count) {
        // Not the hash of the record, which another Java may make otherwise.
        long number = 31L * link.a().value().hashCode() + link.b().value().hashCode();
        return random(seed + LINK_SEED_STEP * number + count);
    }

    /** A random id in the form of RFC 9562's version 4, as PolyTorus draws its own. */
    public static PeerId randomId(RandomGenerator random) {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE;
        return new PeerId(high, low);
    }

    /** Where others reach a listener: one that listens on every address is reached on the loopback one. */
    public static Endpoint reachable(Endpoint listening) {
        if (!listening.address().isUnspecified()) {
            return listening;
        }
        IpAddress loopback = listening.address().isV6() ? IpAddress.v6(0, 1) : IpAddress.LOOPBACK_V4;
        return new Endpoint(loopback, listening.port());
    }

    /** Which links each node dials, in the order of the description; nothing of nodes that dial nobody. */
    public static Map<NodeName, List<LinkSpec>> dialled(TestnetSpec spec) {
        Map<NodeName, List<LinkSpec>> dialled = new LinkedHashMap<>();
        spec.links()
                .forEach(link -> dialled.computeIfAbsent(link.dialler(), _ -> new ArrayList<>())
                        .add(link));
        return dialled;
    }

    /**
     * The settings of a node that keeps nothing on disk and tells what it is brought.
     *
     * @param dialled the links that the node dials
     * @param addresses where the nodes are reached; port 0 for one that could not listen
     */
    public static NodeSettings settings(
            NodeSpec node, List<LinkSpec> dialled, Map<NodeName, Endpoint> addresses, TreeLimits limits) {
        List<Endpoint> bootstrap = new ArrayList<>(node.bootstrapPeers());
        for (LinkSpec link : dialled) {
            Endpoint address = addresses.get(link.listener());
            if (address != null && address.port() != 0 && !bootstrap.contains(address)) {
                bootstrap.add(address);
            }
        }
        return new NodeSettings(
                bootstrap,
                node.maxPeers(),
                node.connectionTimeout(),
                node.pingInterval(),
                node.peerTimeout(),
                node.requestTimeout(),
                node.blockTime(),
                node.difficulty(),
                node.maxBlockBytes(),
                node.mining(),
                node.transactionInterval(),
                node.rateLimit(),
                node.discovery(),
                node.qualityOfService(),
                node.machine(),
                limits,
                false,
                true);
    }
}
