package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.ConditionsText;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Reads what a step of a timeline does to links and to the testnet as a whole; {@link NodeActions} what it does to nodes. */
final class TimelineActions {
    private static final String BETWEEN = "two nodes or groups, such as [\"node1\", \"node2\"]";

    /** What is to be done, and how people read it. */
    record Planned(String text, List<Action> actions) {

        static Planned order(String text, TestnetCommand command) {
            return new Planned(text, List.of(new Action.Order(command)));
        }
    }

    private final TomlTable table;
    private final TestnetSpec spec;
    private final NodeGroups groups;

    TimelineActions(TomlTable table, TestnetSpec spec, NodeGroups groups) {
        this.table = table;
        this.spec = spec;
        this.groups = groups;
    }

    /** Null after an error was noted. */
    @Nullable
    Planned read(TimelineVerb verb) {
        return switch (verb) {
            case DROP -> ofLinks("drop", TestnetCommand.DropLink::new);
            case RESTORE ->
                table.has("between")
                        ? ofLinks("restore", TestnetCommand.RestoreLink::new)
                        : new Planned("restore every link", List.of(new Action.RestoreAll()));
            case PROBE -> ofLinks("measure", TestnetCommand.ProbeLink::new);
            case CONDITIONS -> conditions();
            case SPLIT -> split();
            case HEAL -> heal();
            case CLEAR -> Planned.order("clear all faults", new TestnetCommand.ClearFaults());
            case MINING -> toggle("mining", TestnetCommand.SetMining::new);
            case TRAFFIC -> toggle("traffic", TestnetCommand.SetTraffic::new);
            case QUALITY_OF_SERVICE -> toggle("quality of service", TestnetCommand.SetQualityOfService::new);
            case STOP, START, MINE, SEND, FLOOD, END_FLOOD, BLACKLIST, UNBLACKLIST, ATTACH, DETACH ->
                new NodeActions(table, groups).read(verb);
        };
    }

    /** A command for one link. */
    private interface OfLink {
        TestnetCommand command(LinkId link);
    }

    /** A command for the whole testnet. */
    private interface Toggle {
        TestnetCommand command(boolean on);
    }

    private @Nullable Planned ofLinks(String verb, OfLink order) {
        List<LinkId> links = links();
        return links.isEmpty()
                ? null
                : new Planned(
                        verb + " " + text(links),
                        links.stream()
                                .<Action>map(link -> new Action.Order(order.command(link)))
                                .toList());
    }

    private @Nullable Planned conditions() {
        LinkFileConditions.Both both = LinkFileConditions.read(table);
        RouteTables.Ends ends = ends();
        List<LinkId> links = ends == null ? List.of() : between(ends);
        if (ends == null || links.isEmpty()) {
            return null;
        }
        List<Action> actions = new ArrayList<>();
        for (LinkId link : links) {
            for (Direction direction : Direction.values()) {
                boolean isThere = ends.isThere(link.sender(direction), link.receiver(direction));
                actions.add(new Action.Order(
                        new TestnetCommand.SetConditions(link, direction, isThere ? both.there() : both.back())));
            }
        }
        String there = ConditionsText.of(both.there());
        String back = both.there().equals(both.back()) ? "" : ", back: " + ConditionsText.of(both.back());
        return new Planned(text(links) + ": " + there + back, actions);
    }

    private @Nullable Planned split() {
        List<NodeGroup> sides = new ArrayList<>();
        List<TomlTable.Entry> entries = table.texts("groups", "groups' names, such as [\"west\", \"east\"]");
        for (TomlTable.Entry entry : entries) {
            NodeGroup group = groups.group(entry);
            if (group != null) {
                sides.add(group);
            }
        }
        if (!table.has("groups")) {
            table.problems().error(table.place(), "found no groups, expected groups = [\"west\", \"east\"], say");
            return null;
        }
        if (sides.size() < entries.size()) {
            return null;
        }
        String name = table.text("name", "a text in quotes");
        boolean oneWay = Boolean.TRUE.equals(table.bool("one_way"));
        try {
            String usual = sides.stream().map(NodeGroup::name).collect(Collectors.joining(" | "));
            Partition partition = new Partition(name == null ? usual : name, sides, oneWay);
            return Planned.order("split " + partition.text(), new TestnetCommand.Split(partition));
        } catch (IllegalArgumentException notASplit) {
            table.error("groups", String.valueOf(notASplit.getMessage()));
            return null;
        }
    }

    private Planned heal() {
        String name = table.text("name", "the name of a partition in quotes");
        return Planned.order(name == null ? "heal" : "heal " + name, new TestnetCommand.Heal(name));
    }

    private @Nullable Planned toggle(String what, Toggle toggle) {
        Boolean on = table.bool("on");
        if (on == null) {
            if (!table.has("on")) {
                table.problems().error(table.place(), "found no on, expected on = true or on = false");
            }
            return null;
        }
        return Planned.order(what + (on ? " on" : " off"), toggle.command(on));
    }

    private List<LinkId> links() {
        RouteTables.Ends ends = ends();
        return ends == null ? List.of() : between(ends);
    }

    private RouteTables.@Nullable Ends ends() {
        return RouteTables.Ends.read(table, groups, BETWEEN);
    }

    /** The described links of the two sides; two nodes that no description joins may still meet by discovery. */
    private List<LinkId> between(RouteTables.Ends ends) {
        List<LinkId> links = spec.links().stream()
                .filter(link ->
                        ends.isThere(link.dialler(), link.listener()) || ends.isThere(link.listener(), link.dialler()))
                .map(link -> link.id())
                .toList();
        if (!links.isEmpty()) {
            return links;
        }
        NodeName first = ends.first().iterator().next();
        NodeName second = ends.second().iterator().next();
        boolean isPair = ends.first().size() == 1 && ends.second().size() == 1 && !first.equals(second);
        if (!isPair) {
            table.expected("between", "two sides that links of the testnet join; these have none");
            return List.of();
        }
        return List.of(LinkId.of(first, second));
    }

    private static String text(List<LinkId> links) {
        return links.size() <= 2
                ? String.join(", ", links.stream().map(LinkId::toString).toList())
                : String.format(Locale.ROOT, "%d links from %s to %s", links.size(), links.getFirst(), links.getLast());
    }

    /** Some names, the first few of them. */
    static String names(List<NodeName> nodes) {
        int shown = 4;
        String first = nodes.stream().limit(shown).map(NodeName::value).collect(Collectors.joining(", "));
        return nodes.size() <= shown ? first : first + " and " + (nodes.size() - shown) + " more";
    }

    /** An enum's names as they are written in files. */
    static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
