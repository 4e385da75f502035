package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Region;
import org.polytorus.simulator.testnet.Regions;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * Reads {@code [topology]} with {@code shape = "regions"}: its {@code [[topology.regions]]}, the matrix of latencies, and how
 * many links a node has. Every region is a group, too. Links that {@code [[links]]} or {@code [[routes]]} describe are as those
 * say.
 */
final class RegionsTable {
    static final String SHAPE = "regions";
    /** The key, and the group of those nodes. */
    private static final String REACHABLE = "reachable";

    private static final List<String> KEYS = List.of(
            "shape",
            "regions",
            "latency",
            "jitter",
            "jitter_shape",
            "bandwidth_abroad",
            "degree",
            "abroad",
            REACHABLE,
            "seed");
    private static final List<String> REGION_KEYS = List.of("name", "nodes", "upload", "download", "loss");
    private static final String MATRIX =
            "a row of one-way latencies for each region, such as [[\"20ms\", \"100ms\"], [\"100ms\", \"15ms\"]]";

    private final TomlTable table;
    private final Problems problems;
    private boolean wrong;

    RegionsTable(TomlTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    void read(NodeSpec defaults, TestnetDraft draft) {
        table.warnOfUnknown(KEYS);
        List<Region> regions = new ArrayList<>();
        for (TomlTable region : table.tables("regions")) {
            region(region, regions);
        }
        long seed = TopologyTable.seed(table, draft);
        Regions read = new Regions(
                regions,
                latencies(),
                LinkFileConditions.share(table, "jitter"),
                LinkFileConditions.jitterShape(table, "jitter_shape"),
                LinkFileConditions.bandwidthOf(table, "bandwidth_abroad"),
                number(table, "degree", TestnetSpec.MAX_VIRTUAL_NODES - 1, "degree = 8, the neighbours of a node"),
                abroad(),
                table.has(REACHABLE) ? LinkFileConditions.share(table, REACHABLE) : 1);
        if (wrong) {
            return;
        }
        String problem = read.problem();
        if (problem != null) {
            problems.error(table.place(), problem);
        } else {
            place(read, seed, defaults, draft);
        }
    }

    private void place(Regions regions, long seed, NodeSpec defaults, TestnetDraft draft) {
        Place place = table.place("regions");
        TopologyTable.addNodes(regions.names(), place, defaults, draft);
        for (LinkSpec link : regions.links(seed)) {
            draft.shapeLinks.add(new TestnetDraft.ShapeLink(link, place));
        }
        List<NodeGroup> groups = regions.groups();
        draft.madeGroups.addAll(groups);
        if (table.has(REACHABLE)) {
            draft.madeGroups.add(new NodeGroup(REACHABLE, regions.reachableNodes()));
        }
        draft.regions = regions;
    }

    private void region(TomlTable region, List<Region> regions) {
        region.warnOfUnknown(REGION_KEYS);
        String name = region.text("name", "a name in quotes, such as \"europe\"");
        if (name == null && !region.has("name") && region.isComplete()) {
            problems.error(region.place(), "found no name, expected name = \"europe\", say");
        }
        int nodes = number(region, "nodes", TestnetSpec.MAX_VIRTUAL_NODES, "nodes = 10, or how many live there");
        wrong |= name == null;
        regions.add(new Region(
                name == null ? "" : name,
                nodes,
                LinkFileConditions.bandwidthOf(region, "upload"),
                LinkFileConditions.bandwidthOf(region, "download"),
                LinkFileConditions.share(region, "loss")));
    }

    private List<List<Duration>> latencies() {
        List<List<Duration>> latencies = new ArrayList<>();
        for (List<String> row : table.rows("latency", MATRIX)) {
            List<Duration> durations = new ArrayList<>();
            for (String cell : row) {
                durations.add(latency(cell));
            }
            latencies.add(durations);
        }
        if (!table.has("latency") && table.isComplete()) {
            problems.error(table.place(), "found no latency, expected latency = " + MATRIX);
        }
        wrong |= latencies.isEmpty();
        return latencies;
    }

    private Duration latency(String text) {
        Duration latency = Units.duration(text);
        if (latency == null || latency.compareTo(LinkConditions.MAX_LATENCY) > 0) {
            wrong = true;
            table.error(
                    "latency",
                    "found " + Texts.quote(text) + " in it, expected latencies such as \"20ms\", of 60s at"
                            + " the most");
            return Duration.ZERO;
        }
        return latency;
    }

    private OptionalInt abroad() {
        Long abroad = table.wholeNumber("abroad", 0, TestnetSpec.MAX_VIRTUAL_NODES - 1L, "a whole number");
        wrong |= abroad == null && table.has("abroad");
        return abroad == null ? OptionalInt.empty() : OptionalInt.of(abroad.intValue());
    }

    /** Zero after an error. */
    private int number(TomlTable from, String key, int max, String example) {
        Long number = from.wholeNumber(key, 1, max, "a whole number");
        if (number == null && !from.has(key) && from.isComplete()) {
            problems.error(from.place(), "found no " + key + ", expected " + example);
        }
        wrong |= number == null;
        return number == null ? 0 : number.intValue();
    }
}
