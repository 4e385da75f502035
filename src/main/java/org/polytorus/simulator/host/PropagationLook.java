package org.polytorus.simulator.host;

import java.util.List;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.Observation;
import org.polytorus.simulator.testnet.Propagation;
import org.polytorus.simulator.testnet.PropagationSnapshot;

/** Picks out of what nodes report how blocks and transactions travel. For one thread. */
public final class PropagationLook {
    private final Names names;
    private final Propagation propagation;

    /** @param nodes all nodes of the testnet */
    public PropagationLook(List<NodeName> nodes, Names names) {
        this.names = names;
        propagation = new Propagation(nodes);
    }

    /** Whether a report is about a copy on its way; of these there are many, and none of them is worth another report. */
    public static boolean isAboutCopy(Observation seen) {
        return seen instanceof Observation.Brought;
    }

    public void follow(Report report) {
        if (report.observation() instanceof Observation.Brought copy) {
            brought(copy, report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.BlockMined block) {
            propagation.mined(block.hash(), block.height(), report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.TransactionBegan began) {
            propagation.made(began.hash(), report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.TipAdvanced tip) {
            propagation.followed(tip.tip(), report.node(), report.epochNanos());
        } else if (report.observation() instanceof Observation.Reorganised change) {
            propagation.followed(change.newTip(), report.node(), report.epochNanos());
        }
    }

    /** As {@link Propagation#missed}. */
    public void missed(long copies) {
        propagation.missed(copies);
    }

    public PropagationSnapshot snapshot() {
        return propagation.snapshot();
    }

    private void brought(Observation.Brought copy, NodeName node, long epochNanos) {
        MessageKind kind = copy.kind();
        if (kind == MessageKind.BLOCK_ANNOUNCEMENT) {
            propagation.blockAnnounced(copy.hash(), copy.known());
        } else if (kind == MessageKind.TRANSACTION_ANNOUNCEMENT) {
            propagation.transactionAnnounced(copy.hash(), copy.known());
        } else if (kind == MessageKind.BLOCK_DATA) {
            propagation.blockBrought(copy.hash(), node, names.nameOf(copy.from()), copy.known(), epochNanos);
        } else if (kind == MessageKind.TRANSACTION_DATA) {
            propagation.transactionBrought(copy.hash(), node, names.nameOf(copy.from()), copy.known(), epochNanos);
        }
    }
}
