package org.polytorus.simulator.ui.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.ui.graph.Emphasis;

/**
 * A block or a transaction that travelled, as the table shows it.
 *
 * @param name how a person tells it from others
 * @param origin the node that it comes from
 */
record Item(Hash hash, String name, NodeName origin, Journey journey) {

    /** The blocks, the latest first. */
    static List<Item> blocks(PropagationSnapshot propagation) {
        List<Item> items = new ArrayList<>();
        propagation.blocks().forEach(block -> {
            String name = String.format(
                    Locale.ROOT, "%,d · %s", block.height(), block.hash().shortText());
            items.add(new Item(block.hash(), name, block.miner(), block.journey()));
        });
        return items.reversed();
    }

    /** The transactions, the latest first. */
    static List<Item> transactions(PropagationSnapshot propagation) {
        List<Item> items = new ArrayList<>();
        propagation
                .transactions()
                .forEach(one -> items.add(new Item(one.hash(), one.hash().shortText(), one.origin(), one.journey())));
        return items.reversed();
    }

    /** How many nodes have it, the one that it comes from included. */
    int reached() {
        return 1 + journey.deliveries().size();
    }

    /** How it spread, for the graph. */
    Emphasis.Spread spread() {
        return new Emphasis.Spread(
                origin,
                journey.deliveries().stream()
                        .map(arrival -> new Emphasis.Delivery(arrival.node(), arrival.from(), arrival.nanos()))
                        .toList());
    }
}
