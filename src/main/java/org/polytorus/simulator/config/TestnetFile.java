package org.polytorus.simulator.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.NodeSpecBuilder;
import org.polytorus.simulator.testnet.TestnetSpec;
import tools.jackson.databind.JsonNode;

/** Reads testnet files, and the node files that they name. Their format is shown in {@code sample-configs}. */
final class TestnetFile {
    private static final List<String> TOP_KEYS = List.of(
            "testnet",
            "defaults",
            MachinesTable.KEY,
            "nodes",
            "topology",
            "links",
            "external",
            "groups",
            "routes",
            "study");
    private static final List<String> TESTNET_KEYS = List.of("name", "seed", "quality_of_service");
    private static final List<String> OWN_NODE_KEYS = List.of("name", "file", "listen", "http", "connect");
    private static final List<String> NODE_KEYS = joined(OWN_NODE_KEYS, NodeSettingsTable.KEYS);
    private static final List<String> LINK_KEYS = joined(List.of("between"), LinkFileConditions.KEYS);
    static final String NAME_EXPECTATION =
            "1 to " + NodeName.MAX_LENGTH + " printable characters without white space at the ends";

    private final Addresses addresses;
    private final Problems problems;
    private final PolytorusNodeFile nodeFiles;

    TestnetFile(Addresses addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
        this.nodeFiles = new PolytorusNodeFile(addresses, problems);
    }

    /** What the file says. {@code path} is where it lies: node files are looked for beside it. */
    TestnetDraft read(TomlDocument document, Path path) {
        TomlTable top = TomlTable.top(document, problems);
        top.warnOfUnknown(document.isScenario() ? joined(TOP_KEYS, ScenarioTables.TOP_KEYS) : TOP_KEYS);
        TestnetDraft draft = new TestnetDraft(PolytorusNodeFile.nameOf(TestnetFiles.fileName(path)));
        draft.incomplete = !document.complete();
        TomlTable testnet = top.table("testnet");
        if (testnet != null) {
            readTestnet(testnet, draft);
        }
        NodeSpec defaults = defaults(top.table("defaults"), draft.qualityOfService);
        draft.machines = new MachinesTable(draft.seed);
        draft.machines.read(top, defaults);
        for (TomlTable node : top.tables("nodes")) {
            draft.nodes.add(readNode(node, defaults, path, draft));
        }
        TomlTable topology = top.table("topology");
        if (topology != null) {
            new TopologyTable(topology, problems).read(defaults, path, draft);
        }
        for (TomlTable link : top.tables("links")) {
            readLink(link, draft);
        }
        draft.addGroups(top);
        draft.routes.addAll(top.tables("routes"));
        for (TomlTable table : top.tables("external")) {
            TestnetDraft.External external = new ExternalTable(table, addresses, problems).read();
            if (external == null) {
                draft.incomplete = true;
            } else {
                draft.externals.add(external);
            }
        }
        boolean noneListed = !top.has("nodes") || top.has("nodes", list -> list.isArray() && list.isEmpty());
        if (noneListed && !top.has("topology") && document.complete()) {
            problems.error(
                    document.place(),
                    "found no nodes, expected 1 to " + TestnetSpec.MAX_VIRTUAL_NODES
                            + "; describe them with [[nodes]] or [topology]");
        }
        return draft;
    }

    private static void readTestnet(TomlTable testnet, TestnetDraft draft) {
        testnet.warnOfUnknown(TESTNET_KEYS);
        String name = testnet.text("name", "a text in quotes");
        if (name != null && name.isBlank()) {
            testnet.expected("name", "a text that says something");
        } else if (name != null) {
            draft.name = name.strip();
        }
        Long seed = testnet.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE, "a whole number");
        draft.seed = seed == null ? draft.seed : seed;
        Boolean quality = testnet.bool("quality_of_service");
        draft.qualityOfService = quality == null || quality;
    }

    private static NodeSpec defaults(@Nullable TomlTable table, boolean qualityOfService) {
        NodeSpec usual = NodeSpec.named("default")
                .but()
                .qualityOfService(qualityOfService)
                .build();
        if (table == null) {
            return usual;
        }
        table.warnOfUnknown(NodeSettingsTable.KEYS);
        NodeDraft draft = new NodeDraft(table.place(), usual);
        NodeSettingsTable.read(table, draft);
        draft.set(DataDirectory.read(table), NodeSpecBuilder::dataDirectory);
        return draft.settings;
    }

    private NodeDraft readNode(TomlTable table, NodeSpec defaults, Path testnetPath, TestnetDraft testnet) {
        table.warnOfUnknown(NODE_KEYS);
        NodeDraft draft = new NodeDraft(table.has("name") ? table.place("name") : table.place(), defaults);
        String file = table.text("file", "the path of a node file in quotes");
        Path nodePath = file == null ? null : resolve(testnetPath, file, table);
        if (nodePath != null) {
            readIncluded(nodePath, table, draft, testnet);
        }
        draft.name = nodeName(table, nodePath);
        Address listen = addresses.listening(table, "listen");
        draft.listen = listen == null ? draft.listen : listen;
        Path dataDirectory = DataDirectory.read(table);
        draft.dataDirectory = dataDirectory == null ? draft.dataDirectory : dataDirectory;
        Address http = addresses.listening(table, "http");
        draft.http = http == null ? draft.http : http;
        NodeSettingsTable.read(table, draft);
        draft.connect.addAll(table.texts("connect", "nodes' names, such as [\"node1\"]"));
        return draft;
    }

    private @Nullable NodeName nodeName(TomlTable table, @Nullable Path nodePath) {
        String name = table.text("name", NAME_EXPECTATION);
        if (name != null && NodeName.isValid(name)) {
            return new NodeName(name);
        }
        if (name != null) {
            table.expected("name", NAME_EXPECTATION);
        } else if (nodePath != null && !table.has("name")) {
            return nodeFiles.nameOf(TestnetFiles.fileName(nodePath), table.place("file"));
        } else if (!table.has("name") && !table.has("file") && table.isComplete()) {
            problems.error(
                    table.place(),
                    "found neither name nor file, expected name = \"…\" for a node described here,"
                            + " or file = \"…\" for one with a file of its own");
        }
        return null;
    }

    private static @Nullable Path resolve(Path testnetPath, String file, TomlTable table) {
        try {
            return testnetPath.resolveSibling(file);
        } catch (InvalidPathException _) {
            table.expected("file", "the path of a node file");
            return null;
        }
    }

    private void readIncluded(Path nodePath, TomlTable table, NodeDraft draft, TestnetDraft testnet) {
        TomlDocument document = TomlReader.read(nodePath, problems);
        testnet.incomplete |= document == null || !document.complete();
        if (document == null) {
            return;
        }
        if (document.isTestnet()) {
            table.expected("file", "a node file; that one is a testnet file, which cannot be part of another");
            return;
        }
        nodeFiles.read(document, draft);
        draft.listenOfFile = draft.listen;
    }

    private void readLink(TomlTable table, TestnetDraft draft) {
        table.warnOfUnknown(LINK_KEYS);
        LinkFileConditions.Both conditions = LinkFileConditions.read(table);
        String expectation = "the names of two nodes, such as [\"node1\", \"node2\"]";
        List<TomlTable.Entry> ends = table.texts("between", expectation);
        if (!table.has("between") && table.isComplete()) {
            problems.error(table.place(), "found no between, expected between = " + expectation);
        } else if (ends.size() == 2) {
            draft.links.add(new TestnetDraft.Link(
                    ends.getFirst().text(),
                    ends.getLast().text(),
                    conditions.there(),
                    conditions.back(),
                    table.place("between")));
        } else if (table.has("between", JsonNode::isArray)) {
            table.error("between", String.format(Locale.ROOT, "found %d names, expected %s", ends.size(), expectation));
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
