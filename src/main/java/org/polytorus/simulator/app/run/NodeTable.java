package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.Health;
import org.polytorus.simulator.testnet.NodeSnapshot.State;

/** Lays nodes out as lines of text that fit a width and a height. */
final class NodeTable {
    private static final String GAP = "  ";
    /** A name is cut to this before a column is left out. */
    private static final int NAME_MIN_WIDTH = 12;

    private final List<Column> columns;

    /** Every column of a node; rates come from the snapshot before. */
    NodeTable(Rates.Reading rates) {
        columns = List.of(
                new Column("name", 9, false, node -> node.name().value()),
                new Column("state", 8, false, node -> Summaries.word(node.state())),
                new Column("health", 4, false, node -> Summaries.word(node.health())),
                new Column("height", 7, true, node -> Integer.toString(node.height())),
                new Column("tip", 6, false, node -> node.tip().shortText()),
                new Column(
                        "peers", 5, true, node -> Integer.toString(node.peers().size())),
                new Column("mempool", 1, true, node -> Integer.toString(node.mempoolSize())),
                new Column("sent", 3, true, node -> Long.toString(node.stats().messagesSent())),
                new Column(
                        "received", 2, true, node -> Long.toString(node.stats().messagesReceived())),
                new Column("msg/s", 0, true, node -> Phrases.rate(rates.of(node.name()))));
    }

    /** One column; of all that do not fit a narrow terminal, the least important goes first. */
    private record Column(String title, int importance, boolean right, Function<NodeSnapshot, String> text) {
        int width(List<NodeSnapshot> nodes) {
            return nodes.stream().mapToInt(node -> length(text.apply(node))).reduce(title.length(), Math::max);
        }

        String cell(String content, int width) {
            String fitting = Phrases.cut(content, width);
            String padding = " ".repeat(width - length(fitting));
            return right ? padding + fitting : fitting + padding;
        }
    }

    /**
     * The header and one line a node. Where lines are short, nodes with trouble come first and the last line counts
     * those left out.
     *
     * @param maxLines header included; at least 3
     */
    List<String> lines(List<NodeSnapshot> nodes, int maxWidth, int maxLines) {
        boolean all = nodes.size() < maxLines;
        List<NodeSnapshot> shown = all
                ? nodes
                : nodes.stream()
                        .sorted(Comparator.comparing((NodeSnapshot node) -> !isInTrouble(node)))
                        .limit(maxLines - 2)
                        .toList();
        List<Column> kept = new ArrayList<>(columns);
        List<Integer> widths = fit(kept, shown, maxWidth);
        List<String> lines = new ArrayList<>();
        lines.add(line(kept, widths, Column::title));
        for (NodeSnapshot node : shown) {
            lines.add(line(kept, widths, column -> column.text().apply(node)));
        }
        if (!all) {
            lines.add("and " + (nodes.size() - shown.size()) + " more nodes; those in trouble come first");
        }
        return lines;
    }

    private static boolean isInTrouble(NodeSnapshot node) {
        return node.state() != State.RUNNING || node.health() != Health.HEALTHY;
    }

    /** Shortens the name and then takes columns out of {@code kept} until a line fits; returns their widths. */
    private static List<Integer> fit(List<Column> kept, List<NodeSnapshot> nodes, int maxWidth) {
        while (true) {
            List<Integer> widths = new ArrayList<>(
                    kept.stream().map(column -> column.width(nodes)).toList());
            int excess =
                    widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (kept.size() - 1) - maxWidth;
            int nameWidth = widths.getFirst();
            int shortest = kept.size() == 1 ? 1 : Math.min(nameWidth, NAME_MIN_WIDTH);
            if (nameWidth - excess >= shortest || kept.size() == 1) {
                widths.set(0, Math.max(1, nameWidth - Math.max(0, excess)));
                return widths;
            }
            kept.remove(kept.stream()
                    .min(Comparator.comparingInt(Column::importance))
                    .orElseThrow());
        }
    }

    private static String line(List<Column> columns, List<Integer> widths, Function<Column, String> content) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(columns.get(i).cell(content.apply(columns.get(i)), widths.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
