package org.polytorus.simulator.ui.inspector;

import javafx.scene.control.Label;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.Quantities;

/** How the node finds others, and what it tells those who look for some. */
final class DiscoverySection extends FoldingSection {
    private final Facts facts = new Facts();
    private final Label search = facts.row("Search", "discoverySearch");
    private final Label addresses = facts.row("Addresses known", "discoveryAddresses");
    private final Label table = facts.row("Routing table", "discoveryTable");
    private final Label lookups = facts.row("Lookups", "discoveryLookups");
    private final Label answered = facts.row("Questions", "discoveryQuestions");

    DiscoverySection() {
        super("discoveryFold", "Discovery", false);
        setContent(facts);
    }

    void update(DiscoveryStats stats, int peers) {
        search.setText(search(stats, peers));
        summarise(search.getText());
        addresses.setText(Quantities.exact(stats.knownAddresses()));
        table.setText(Quantities.plural(stats.contacts(), "contact") + " in "
                + Quantities.plural(stats.filledBuckets(), "bucket"));
        lookups.setText(lookups(stats));
        answered.setText(Quantities.exact(stats.questionsAnswered()) + " answered, "
                + Quantities.exact(stats.questionsIgnored()) + " ignored");
    }

    private static String search(DiscoveryStats stats, int peers) {
        if (!stats.enabled()) {
            return "off";
        }
        String wished = Quantities.exact(stats.wishedPeers());
        return Quantities.plural(peers, "peer")
                + (peers < stats.wishedPeers() ? ", looks for " + wished : ", " + wished + " are enough");
    }

    private static String lookups(DiscoveryStats stats) {
        String hops = stats.lastHops() < 0 ? "" : ", the last of " + Quantities.plural(stats.lastHops(), "hop");
        return Quantities.exact(stats.lookupsDone()) + " done" + hops
                + (stats.lookupsRunning() == 0 ? "" : ", one under way");
    }
}
