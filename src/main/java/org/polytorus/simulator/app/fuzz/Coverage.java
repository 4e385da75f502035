package org.polytorus.simulator.app.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What runs came across, and how many of them did. */
final class Coverage {
    private final Map<String, Integer> runs = new TreeMap<>();

    /** What one run came across. */
    static final class OfRun {
        private final Set<String> features = new TreeSet<>();

        void met(String feature) {
            features.add(feature);
        }
    }

    void add(OfRun run) {
        run.features.forEach(feature -> runs.merge(feature, 1, Integer::sum));
    }

    /** In the order of the features' names. */
    Map<String, Integer> runs() {
        return runs;
    }
}
