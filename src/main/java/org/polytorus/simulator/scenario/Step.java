package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.List;

/**
 * Something that is done at one time.
 *
 * @param at since the start
 * @param label what expectations call it
 * @param text how people read it, such as {@code split west | east}
 * @param actions in the order in which they are begun
 */
public record Step(Duration at, String label, String text, List<Action> actions) {

    public Step {
        actions = List.copyOf(actions);
    }
}
