package org.polytorus.simulator.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.invariant.Invariant;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Checked.Broken;
import org.polytorus.simulator.report.Checked.Rule;

/** What was found broken. What stays broken is found at every look, so only the first few of each rule are kept. */
final class Findings {
    /** Of each rule; what comes later is counted. */
    static final int MOST_OF_ONE = 5;

    private final List<Rule> rules = new ArrayList<>();
    private final List<Broken> broken = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int told;
    private long more;

    /** Something that is checked, whether or not it holds. */
    void checks(Invariant invariant) {
        rules.add(new Rule(invariant.name(), invariant.sentence()));
    }

    void broken(Invariant invariant, String found, Duration at) {
        broken(new Rule(invariant.name(), invariant.sentence()), found, at);
    }

    void broken(Rule rule, String found, Duration at) {
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
        if (counts.merge(rule.name(), 1, Integer::sum) <= MOST_OF_ONE) {
            broken.add(new Broken(rule, found, at));
        } else {
            more++;
        }
    }

    /** Those of which nobody was told yet; they are told by this. */
    List<Broken> news() {
        List<Broken> news = List.copyOf(broken.subList(told, broken.size()));
        told = broken.size();
        return news;
    }

    Checked result(int checkpoints, int excused, boolean everyEvent) {
        return new Checked(checkpoints, excused, everyEvent, rules, broken, more);
    }
}
