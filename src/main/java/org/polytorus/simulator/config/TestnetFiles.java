package org.polytorus.simulator.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Loads testnets from files. */
public final class TestnetFiles {
    private final Problems problems = new Problems();
    private final Addresses addresses;

    private TestnetFiles(boolean expose) {
        this.addresses = new Addresses(expose);
    }

    /** A file that was read. */
    private record Read(Path path, TomlDocument document) {}

    /**
     * Loads one testnet file, or one or more of PolyTorus's node files that make one testnet together. Which they are is
     * told by what they hold. Reads the disk; never throws for any path or content, but says what is wrong.
     *
     * @param expose whether nodes may listen on addresses other than this machine's loopback
     */
    public static LoadResult load(List<Path> files, boolean expose) {
        TestnetFiles loading = new TestnetFiles(expose);
        TestnetSpec spec = loading.load(files);
        return new LoadResult(spec, loading.problems.all());
    }

    /** Whether a file describes a whole testnet by itself; false for a node file, and for what cannot be read. */
    public static boolean isTestnet(Path file) {
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
        List<Read> read = new ArrayList<>();
        for (Path file : files) {
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
            drafts.add(new TestnetFile(addresses, problems).read(testnet.document(), testnet.path()));
        }
        if (testnets.size() < read.size()) {
            drafts.add(ofNodeFiles(
                    read.stream().filter(file -> !file.document().isTestnet()).toList()));
        }
        return assemble(drafts, read.size() < files.size());
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
        }
        return problems.hasErrors() ? null : spec;
    }
}
