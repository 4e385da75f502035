package org.polytorus.simulator.report;

import java.time.Duration;
import java.util.List;

/**
 * What came of holding a run against what must hold whatever is done to its network.
 *
 * @param checkpoints how often the whole was looked at
 * @param excused at how many of these the machine was so far behind that nothing had to be done in time
 * @param everyEvent whether nodes were looked into after every event besides, as in virtual time
 * @param rules what was checked
 * @param broken what did not hold, oldest first
 * @param more how many other times something did not hold, beyond those that are listed
 */
public record Checked(
        int checkpoints, int excused, boolean everyEvent, List<Rule> rules, List<Broken> broken, long more) {

    public Checked {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    /**
     * Something that must hold.
     *
     * @param name a few words that tell it from the others
     * @param sentence what must hold, in a sentence for people
     */
    public record Rule(String name, String sentence) {}

    /**
     * A rule that did not hold.
     *
     * @param found what was found instead, and where
     * @param at when, since the start
     */
    public record Broken(Rule rule, String found, Duration at) {}

    /** Whether everything held. */
    public boolean isGood() {
        return broken.isEmpty();
    }

    /** How many rules were never broken. */
    public long held() {
        return rules.stream()
                .filter(rule -> broken.stream().noneMatch(one -> one.rule().equals(rule)))
                .count();
    }
}
