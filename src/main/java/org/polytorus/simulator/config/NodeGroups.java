package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * The nodes of a testnet by name: alone, as a group of {@code [groups]}, as {@code all}, or as a range such as
 * {@code node1..node6}. What none of these is, is an error.
 */
final class NodeGroups {
    static final String EXPECTATION = "the name of a node, of a group, \"all\", or a range such as \"node1..node6\"";
    /** Everybody. */
    static final String ALL = "all";

    private static final Pattern RANGE = Pattern.compile("(.*?)([0-9]{1,6})\\.\\.(.*?)([0-9]{1,6})");

    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<String> guests = new LinkedHashSet<>();
    private final Map<String, List<NodeName>> groups = new LinkedHashMap<>();
    private final Problems problems;

    /**
     * @param made groups that come with the shape of the testnet
     * @param tables each a {@code [groups]}
     */
    NodeGroups(TestnetSpec spec, List<NodeGroup> made, List<TomlTable> tables, Problems problems) {
        this.problems = problems;
        spec.nodes().forEach(node -> nodes.add(node.name().value()));
        spec.guests().forEach(guest -> guests.add(guest.name().value()));
        made.forEach(group -> groups.put(group.name(), group.nodes()));
        for (TomlTable table : tables) {
            for (String name : table.keys()) {
                read(table, name);
            }
        }
    }

    private void read(TomlTable table, String name) {
        if (nodes.contains(name) || name.equals(ALL) || guests.contains(name)) {
            table.error(name, "found a group with the name of a node, expected a name of its own");
        } else if (groups.containsKey(name)) {
            table.error(name, "found a group that the testnet's file has, too, expected another name");
        } else {
            List<NodeName> members = all(table.texts(name, "nodes' names, such as [\"node1\", \"node2\"]"));
            if (!members.isEmpty()) {
                groups.put(name, members);
            } else if (table.has(name, value -> value.isArray() && value.isEmpty())) {
                table.expected(name, "at least one node");
            }
        }
    }

    /** Every group of {@code [groups]}, in the order of the file. */
    List<NodeGroup> named() {
        return groups.entrySet().stream()
                .map(group -> new NodeGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** All of them, each once; those that are wrong are left out. */
    List<NodeName> all(List<TomlTable.Entry> entries) {
        Set<NodeName> all = new LinkedHashSet<>();
        entries.forEach(entry -> all.addAll(resolve(entry)));
        return List.copyOf(all);
    }

    /** The group that an entry stands for: one of {@code [groups]}, or else the nodes under their own name. */
    @Nullable
    NodeGroup group(TomlTable.Entry entry) {
        List<NodeName> members = resolve(entry);
        return members.isEmpty() ? null : new NodeGroup(entry.text(), members);
    }

    /** One node, or null after an error was noted. */
    @Nullable
    NodeName one(TomlTable table, String key) {
        String text = table.text(key, "the name of a node");
        if (text == null) {
            return null;
        }
        if (nodes.contains(text) || guests.contains(text)) {
            return new NodeName(text);
        }
        table.expected(key, "the name of a node" + advice(text));
        return null;
    }

    boolean isNode(String name) {
        return nodes.contains(name);
    }

    /** A part of a sentence that says what the name was perhaps meant to be, or nothing. */
    String advice(String text) {
        List<String> names = new ArrayList<>(nodes);
        names.addAll(groups.keySet());
        return problems.isFull() ? "" : Texts.didYouMean(text, names);
    }

    private List<NodeName> resolve(TomlTable.Entry entry) {
        String text = entry.text();
        List<NodeName> group = groups.get(text);
        if (group != null) {
            return group;
        }
        if (nodes.contains(text) || guests.contains(text)) {
            return List.of(new NodeName(text));
        }
        if (text.equals(ALL)) {
            return nodes.stream().map(NodeName::new).toList();
        }
        List<NodeName> range = range(text);
        if (range.isEmpty()) {
            problems.error(entry.place(), "found " + Texts.quote(text) + ", expected " + EXPECTATION + advice(text));
        }
        return range;
    }

    private List<NodeName> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches() || !matcher.group(1).equals(matcher.group(3))) {
            return List.of();
        }
        List<NodeName> range = new ArrayList<>();
        for (int i = Integer.parseInt(matcher.group(2)); i <= Integer.parseInt(matcher.group(4)); i++) {
            String name = matcher.group(1) + i;
            if (!nodes.contains(name)) {
                return List.of();
            }
            range.add(new NodeName(name));
        }
        return range;
    }
}
