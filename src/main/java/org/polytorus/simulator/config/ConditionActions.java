package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.TimelineActions.Planned;
import org.polytorus.simulator.link.ConditionsText;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.TestnetCommand;

/**
 * Reads a step that sets conditions of links: in both directions, or with {@code direction} in one of them, while the other stays
 * as it is.
 */
final class ConditionActions {
    private static final String THERE = "there";
    private static final String BACK = "back";
    private static final String BOTH = "both";
    private static final List<String> DIRECTIONS = List.of(THERE, BACK, BOTH);
    private static final String EXPECTATION = "\"there\", \"back\" or \"both\", seen from the first of between";

    private final TomlTable table;

    ConditionActions(TomlTable table) {
        this.table = table;
    }

    /**
     * Null after an error was noted.
     *
     * @param ends the two sides, or null if they could not be read
     * @param links those between them
     */
    @Nullable
    Planned read(RouteTables.@Nullable Ends ends, List<LinkId> links) {
        LinkFileConditions.Both both = LinkFileConditions.read(table);
        String direction = direction();
        if (ends == null || links.isEmpty()) {
            return null;
        }
        List<Action> actions = new ArrayList<>();
        for (LinkId link : links) {
            for (Direction each : Direction.values()) {
                boolean isThere = ends.isThere(link.sender(each), link.receiver(each));
                if (direction.equals(BOTH) || direction.equals(isThere ? THERE : BACK)) {
                    LinkConditions asked = isThere ? both.there() : both.back();
                    actions.add(new Action.Order(new TestnetCommand.SetConditions(link, each, asked)));
                }
            }
        }
        if (actions.isEmpty()) {
            table.expected(
                    "direction", "\"there\" or \"both\", since every link here leads from the one side to the other");
            return null;
        }
        return new Planned(TimelineActions.text(links) + ": " + text(both, direction), actions);
    }

    private String direction() {
        String text = table.text("direction", EXPECTATION);
        if (text == null) {
            return BOTH;
        }
        if (!DIRECTIONS.contains(text)) {
            table.expected("direction", EXPECTATION + Texts.didYouMean(text, DIRECTIONS));
            return BOTH;
        }
        return text;
    }

    private static String text(LinkFileConditions.Both both, String direction) {
        String there = ConditionsText.of(both.there());
        String back = ConditionsText.of(both.back());
        return switch (direction) {
            case THERE -> "there: " + there;
            case BACK -> "back: " + back;
            default -> both.there().equals(both.back()) ? there : there + ", back: " + back;
        };
    }
}
