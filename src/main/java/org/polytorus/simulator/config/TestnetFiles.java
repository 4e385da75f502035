package org.polytorus.simulator.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Regions;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Loads testnets from files. */
public final class TestnetFiles {
    private final Problems problems = new Problems();
    private final Addresses addresses;
    private @Nullable Scenario scenario;

    private TestnetFiles(boolean expose) {
        this.addresses = new Addresses(expose);
    }

    /** A file that was read. */
    private record Read(Path path, TomlDocument document) {}

    /**
     * Loads one testnet file, one graph (GraphML or DOT, by the end of its name), or one or more of PolyTorus's node files that
     * make one testnet together. Which they are is told by what they hold. Reads the disk; never throws for any path or content,
     * but says what is wrong.
     *
     * @param expose whether nodes may listen on addresses other than this machine's loopback
     */
    public static LoadResult load(List<Path> files, boolean expose) {
        TestnetFiles loading = new TestnetFiles(expose);
        TestnetSpec spec = loading.load(files);
        return new LoadResult(spec, spec == null ? null : loading.scenario, loading.problems.all());
    }

    /** Whether a file describes a whole testnet by itself, as scenarios do; false for a node file, and for what cannot be read. */
    public static boolean isTestnet(Path file) {
        if (GraphFiles.isGraph(file)) {
            return true;
        }
        TomlDocument document = TomlReader.read(file, new Problems());
        return document != null && document.isTestnet();
    }

    /** The last part of a path; empty for one that has none. */
    static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private @Nullable TestnetSpec load(List<Path> files) {
        if (files.isEmpty() || files.size() > TestnetSpec.MAX_NODES) {
            problems.error(
                    Place.ofFile("testnet"),
                    "found " + files.size() + " files, expected one testnet file or 1 to " + TestnetSpec.MAX_NODES
                            + " node files");
            return null;
        }
        if (files.size() == 1 && GraphFiles.isGraph(files.getFirst())) {
            TestnetDraft draft = ofGraph(files.getFirst());
            return draft == null ? null : assemble(List.of(draft), false);
        }
        List<Read> read = new ArrayList<>();
        for (Path file : files) {
            if (GraphFiles.isGraph(file)) {
                problems.error(
                        Place.ofFile(Texts.printable(file.toString())),
                        "found a graph among " + files.size() + " files, expected it alone");
                continue;
            }
            TomlDocument document = TomlReader.read(file, problems);
            if (document != null) {
                read.add(new Read(file, document));
            }
        }
        List<Read> testnets =
                read.stream().filter(file -> file.document().isTestnet()).toList();
        for (Read testnet : files.size() == 1 ? List.<Read>of() : testnets) {
            problems.error(
                    testnet.document().place(),
                    "found a testnet file among " + files.size()
                            + " files, expected it alone, or node files only; a testnet file names its node files itself");
        }
        List<TestnetDraft> drafts = new ArrayList<>();
        for (Read testnet : testnets) {
            TestnetDraft draft = testnet.document().isScenario()
                    ? ofScenario(testnet)
                    : new TestnetFile(addresses, problems).read(testnet.document(), testnet.path());
            if (draft != null) {
                drafts.add(draft);
            }
        }
        if (testnets.size() < read.size()) {
            drafts.add(ofNodeFiles(
                    read.stream().filter(file -> !file.document().isTestnet()).toList()));
        }
        return assemble(drafts, read.size() < files.size());
    }

    /** The testnet that a scenario is about, or null if the file that it names cannot be read. */
    private @Nullable TestnetDraft ofScenario(Read file) {
        ScenarioTables tables = new ScenarioTables(file.document(), problems);
        String named = tables.testnetFile();
        if (named == null) {
            TestnetDraft draft = new TestnetFile(addresses, problems).read(file.document(), file.path());
            draft.scenario = tables;
            return draft;
        }
        Path path = sibling(file.path(), named);
        TestnetDraft draft = path == null ? null : ofTestnet(path);
        if (draft == null) {
            problems.error(
                    tables.testnetPlace(),
                    "found " + Texts.quote(named)
                            + ", expected the path of a testnet file or of a graph, seen from this file's folder");
            return null;
        }
        TomlTable top = TomlTable.top(file.document(), problems);
        top.warnOfUnknown(ScenarioTables.KEYS_BESIDE_A_FILE);
        draft.incomplete |= !file.document().complete();
        draft.addGroups(top);
        draft.routes.addAll(top.tables("routes"));
        draft.scenario = tables;
        return draft;
    }

    /** The testnet that a scenario names, or null if that is none by itself or cannot be read. */
    private @Nullable TestnetDraft ofTestnet(Path path) {
        if (GraphFiles.isGraph(path)) {
            return ofGraph(path);
        }
        TomlDocument document = TomlReader.read(path, problems);
        return document == null || !document.isTestnet() || document.isScenario()
                ? null
                : new TestnetFile(addresses, problems).read(document, path);
    }

    /** A graph that is a testnet by itself: its nodes mine as those of a testnet made in the window do. */
    private @Nullable TestnetDraft ofGraph(Path path) {
        DrawnGraph graph = GraphFiles.read(path, problems);
        if (graph == null) {
            return null;
        }
        TestnetDraft draft =
                new TestnetDraft(graph.name.isBlank() ? PolytorusNodeFile.nameOf(fileName(path)) : graph.name.strip());
        new GraphImport(graph, problems)
                .addTo(draft, GeneratedTestnet.usual(graph.vertices().size(), graph.mostNeighbours()));
        return draft;
    }

    private TestnetDraft ofNodeFiles(List<Read> files) {
        PolytorusNodeFile reader = new PolytorusNodeFile(addresses, problems);
        TestnetDraft draft = new TestnetDraft("");
        for (Read file : files) {
            TomlDocument document = file.document();
            NodeDraft node = new NodeDraft(document.place(), NodeSpec.named("default"));
            node.name = reader.nameOf(fileName(file.path()), document.place());
            reader.read(document, node);
            draft.nodes.add(node);
            draft.incomplete |= !document.complete();
        }
        List<NodeDraft> nodes = draft.nodes;
        String first = String.valueOf(nodes.getFirst().name);
        draft.name = nodes.size() == 1 ? first : first + " to " + nodes.getLast().name;
        return draft;
    }

    /** Each on its own, so that whatever is wrong inside of one is told, even if they cannot be one testnet. */
    private @Nullable TestnetSpec assemble(List<TestnetDraft> drafts, boolean incomplete) {
        TestnetSpec spec = null;
        for (TestnetDraft draft : drafts) {
            draft.incomplete |= incomplete;
            spec = new Assembly(draft, problems).testnet();
            if (spec != null) {
                spec = withScenario(draft, spec);
            }
        }
        return problems.hasErrors() ? null : spec;
    }

    /** A path as a file names it, seen from there; null for what is no path. */
    static @Nullable Path sibling(Path path, String named) {
        try {
            return path.resolveSibling(named);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    /** Links that nothing else describes are as their regions make them. */
    private static TestnetSpec inRegions(@Nullable Regions regions, TestnetSpec spec) {
        return regions == null
                ? spec
                : new TestnetSpec(
                        spec.name(), spec.seed(), spec.nodes(), regions.conditioned(spec.links()), spec.guests());
    }

    private TestnetSpec withScenario(TestnetDraft draft, TestnetSpec spec) {
        NodeGroups groups = new NodeGroups(spec, draft.madeGroups, draft.groups, problems);
        TestnetSpec routed = inRegions(draft.regions, RouteTables.apply(spec, draft.routes, groups));
        ScenarioTables tables = draft.scenario;
        TestnetSpec grouped = routed.withGroups(groups.named());
        scenario = tables == null ? null : tables.read(grouped, groups);
        return grouped;
    }
}
