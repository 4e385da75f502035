package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.Places.Place;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Where the window would show the nodes of a testnet after a while. Nothing of it needs a window. */
public final class StillLayout {
    /** After so much work the nodes stay where they are, whether at rest or not: about a second. */
    private static final long MAX_PAIRS = 100_000_000;

    private StillLayout() {}

    /** A place for each node, in the order in which the snapshot has them. */
    public static List<Place> places(TestnetSnapshot snapshot) {
        List<NodeName> names = snapshot.nodes().stream().map(NodeSnapshot::name).toList();
        Map<NodeName, Integer> numbers = new LinkedHashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        List<GraphLayout.Tie> ties = new ArrayList<>();
        for (LinkSnapshot link : snapshot.links()) {
            Integer a = numbers.get(link.id().a());
            Integer b = numbers.get(link.id().b());
            if (a != null && b != null) {
                ties.add(new GraphLayout.Tie(a, b, GraphScene.hold(link.state())));
            }
        }
        GraphLayout layout = new GraphLayout();
        layout.setGraph(names, ties);
        long pairsPerStep = Math.max(1, (long) names.size() * names.size() / 2);
        for (long done = 0; done < MAX_PAIRS && layout.advance(Integer.MAX_VALUE); done += pairsPerStep) {
            // Each round moves every node once.
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            places.add(new Place(layout.x(i), layout.y(i)));
        }
        return places;
    }
}
