package org.polytorus.simulator.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads graphs that other programs have drawn: GraphML, and the DOT language of Graphviz. */
final class GraphFiles {
    /** Ten thousand nodes with sixteen neighbours each take half of this. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final List<String> GRAPHML = List.of(".graphml");
    private static final List<String> DOT = List.of(".dot", ".gv");

    private GraphFiles() {}

    /** Whether a file holds a graph, by the end of its name. */
    static boolean isGraph(Path path) {
        return endsWith(path, GRAPHML) || endsWith(path, DOT);
    }

    /** The graph, or null after an error was noted. */
    static @Nullable DrawnGraph read(Path path, Problems problems) {
        String name = Texts.printable(path.toString());
        String text = SourceFile.read(path, name, "GraphML or DOT", MAX_BYTES, problems);
        if (text == null) {
            return null;
        }
        try {
            return endsWith(path, GRAPHML)
                    ? new GraphMlReader(name, problems).read(text)
                    : new DotReader(name, text, problems).read();
        } catch (DrawnGraph.TooLargeException tooLarge) {
            problems.error(Place.ofFile(name), String.valueOf(tooLarge.getMessage()));
            return null;
        }
    }

    private static boolean endsWith(Path path, List<String> endings) {
        String name = TestnetFiles.fileName(path).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }
}
