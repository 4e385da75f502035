package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Reads {@code [[routes]]}: the conditions of every link between two groups, or inside of one that is named twice. A link that
 * {@code [[links]]} describes keeps what stands there.
 */
final class RouteTables {
    private static final List<String> KEYS = Stream.concat(Stream.of("between"), LinkFileConditions.KEYS.stream())
            .toList();
    private static final String BETWEEN = "two groups or nodes, such as [\"europe\", \"asia\"]";

    private RouteTables() {}

    /** The testnet with what the routes say. */
    static TestnetSpec apply(TestnetSpec spec, List<TomlTable> routes, NodeGroups groups) {
        List<LinkSpec> links = new ArrayList<>(spec.links());
        for (TomlTable route : routes) {
            route.warnOfUnknown(KEYS);
            LinkFileConditions.Both conditions = LinkFileConditions.read(route);
            Ends ends = Ends.read(route, groups, BETWEEN);
            long found = 0;
            for (int i = 0; i < links.size() && ends != null; i++) {
                LinkSpec link = links.get(i);
                boolean isThere = ends.isThere(link.dialler(), link.listener());
                if (!isThere && !ends.isThere(link.listener(), link.dialler())) {
                    continue;
                }
                found++;
                if (link.there().isNone() && link.back().isNone() && !link.isIntroduction()) {
                    links.set(i, with(link, isThere, conditions));
                }
            }
            if (ends != null && found == 0) {
                route.problems()
                        .warning(
                                route.place("between"),
                                "found two groups that no link joins, expected some; the route has no effect");
            }
        }
        return new TestnetSpec(spec.name(), spec.seed(), spec.nodes(), links, spec.guests());
    }

    private static LinkSpec with(LinkSpec link, boolean isThere, LinkFileConditions.Both conditions) {
        LinkConditions there = isThere ? conditions.there() : conditions.back();
        LinkConditions back = isThere ? conditions.back() : conditions.there();
        return new LinkSpec(link.dialler(), link.listener(), there, back);
    }

    /** The two sides that a {@code between} names. */
    record Ends(Set<NodeName> first, Set<NodeName> second) {

        /** Null after an error was noted. */
        static @Nullable Ends read(TomlTable table, NodeGroups groups, String expectation) {
            List<TomlTable.Entry> entries = table.texts("between", expectation);
            if (entries.size() != 2) {
                table.error(
                        "between",
                        String.format(Locale.ROOT, "found %d names, expected %s", entries.size(), expectation));
                return null;
            }
            List<NodeName> first = groups.all(List.of(entries.getFirst()));
            List<NodeName> second = groups.all(List.of(entries.getLast()));
            return first.isEmpty() || second.isEmpty()
                    ? null
                    : new Ends(new LinkedHashSet<>(first), new LinkedHashSet<>(second));
        }

        /** Whether that is a way from the first side to the second. */
        boolean isThere(NodeName from, NodeName to) {
            return first.contains(from) && second.contains(to);
        }
    }
}
