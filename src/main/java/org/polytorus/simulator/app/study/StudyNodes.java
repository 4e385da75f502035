package org.polytorus.simulator.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Study;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Who takes part in a study: which nodes mine, and at which it is counted when a block comes. */
public final class StudyNodes {
    private final TestnetSpec spec;
    private final Study study;
    private final Set<NodeName> counted = new TreeSet<>();
    private final Set<NodeName> miners = new TreeSet<>();
    /** The links of miners: whoever has more of them mines more often. */
    private final List<LinkSpec> minersLinks = new ArrayList<>();

    public StudyNodes(TestnetSpec spec, Study study) {
        this.spec = spec;
        this.study = study;
        Set<NodeName> among = new TreeSet<>();
        spec.groups().stream()
                .filter(group -> group.name().equals(study.among()))
                .map(NodeGroup::nodes)
                .forEach(among::addAll);
        for (NodeSpec node : spec.nodes()) {
            if (study.among().isEmpty() || among.contains(node.name())) {
                counted.add(node.name());
                if (isFastEnough(node, study.miners())) {
                    miners.add(node.name());
                }
            }
        }
        spec.links().stream()
                .filter(link -> miners.contains(link.listener()) || miners.contains(link.dialler()))
                .forEach(minersLinks::add);
    }

    private static boolean isFastEnough(NodeSpec node, @Nullable Bandwidth least) {
        Bandwidth upload = node.machine().upload();
        return least == null || upload == null || upload.bitsPerSecond() >= least.bitsPerSecond();
    }

    /** Why there is nothing to measure, in a sentence for people, or null if there is. */
    public @Nullable String problem() {
        if (spec.links().isEmpty()) {
            return "A block spreads over links, and " + spec.name() + " has none. Describe some in its file.";
        }
        if (counted.isEmpty()) {
            return "The study looks at the group \"" + study.among() + "\", and " + spec.name()
                    + " has none of this name. Name one of "
                    + spec.groups().stream().map(NodeGroup::name).toList()
                    + " as among, or leave it out.";
        }
        return minersLinks.isEmpty()
                ? "Nobody who takes part in the study has an upload of its miner_upload and a link. Lower it, or leave it out."
                : null;
    }

    /** How many nodes are counted, with whoever mines. */
    int counted() {
        return counted.size();
    }

    /** Those of the arrivals that count. */
    List<Arrival> countedOf(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> counted.contains(arrival.node()))
                .toList();
    }

    /** One of a miner's links. */
    LinkSpec minersLink(Random random) {
        return minersLinks.get(random.nextInt(minersLinks.size()));
    }

    /** The miner at the end of such a link: whom others dial, where both are. */
    NodeName miner(LinkSpec link) {
        return miners.contains(link.listener()) ? link.listener() : link.dialler();
    }
}
