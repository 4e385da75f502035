package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.app.run.RunSummary.Link;
import org.polytorus.simulator.app.run.RunSummary.Node;
import org.polytorus.simulator.app.run.RunSummary.Tip;
import org.polytorus.simulator.model.NetworkStats;

/** The summary of a run as a person reads it. */
public final class SummaryText {
    /** Above this a list says less than a count. */
    private static final int MAX_LINKS = 40;

    /** More than this nobody reads in a terminal. */
    private static final int MAX_NODES = 100;

    private static final int MAX_NAMES = 12;
    private static final int SHORT_HASH = 8;

    private SummaryText() {}

    /** The lines of the summary. */
    public static List<String> of(RunSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: ran %.1f s, %d nodes, %s.",
                summary.name(),
                summary.seconds(),
                summary.nodes().size(),
                summary.started() ? "all started" : "not all started"));
        nodes(summary, lines);
        links(summary, lines);
        guests(summary, lines);
        lines.add("Components: " + summary.components().size());
        summary.components().forEach(component -> lines.add("  " + names(component)));
        lines.add(summary.graph().line());
        lines.add("Tips: " + summary.tips().size());
        summary.tips().forEach(tip -> lines.add("  " + tip(tip)));
        lines.addAll(Partitions.lines(summary));
        lines.addAll(summary.propagation().lines());
        lines.add("Events: " + summary.events() + ", reorganisations: " + summary.reorganisations());
        lines.add(
                summary.quiet()
                        ? "Every link had come to rest when the counters were compared."
                        : "Traffic was still flowing when the counters were read: two ends of a link may differ.");
        if (summary.overflowed() > 0) {
            lines.add(summary.overflowed() + " observations were discarded because a queue was full.");
        }
        if (summary.screenshot() != null) {
            lines.add("Picture: " + summary.screenshot());
        }
        CheckSummary checks = summary.checks();
        if (checks != null) {
            lines.addAll(CheckLines.of(checks));
        }
        if (!summary.problems().isEmpty()) {
            lines.add("Problems:");
            summary.problems().forEach(problem -> lines.add("  " + problem));
        }
        return lines;
    }

    private static void nodes(RunSummary summary, List<String> lines) {
        int width = Math.max(
                4,
                summary.nodes().stream()
                        .mapToInt(node -> node.name().length())
                        .max()
                        .orElse(0));
        String format = "  %-" + width + "s  %-8s %-12s %6s  %-8s %5s %8s %9s %9s %12s %12s %7s %7s";
        lines.add("Nodes:");
        lines.add(String.format(
                        Locale.ROOT,
                        format,
                        "name",
                        "state",
                        "health",
                        "height",
                        "tip",
                        "peers",
                        "mempool",
                        "sent",
                        "received",
                        "bytes sent",
                        "bytes rcvd",
                        "blocks",
                        "txs")
                .stripTrailing());
        int shown = summary.nodes().size() <= 2 * MAX_NODES ? summary.nodes().size() : MAX_NODES;
        for (Node node : summary.nodes().subList(0, shown)) {
            NetworkStats stats = node.stats();
            lines.add(String.format(
                    Locale.ROOT,
                    format,
                    node.name(),
                    node.state(),
                    node.health(),
                    node.height(),
                    shortHash(node.tip()),
                    node.peerCount(),
                    node.mempool(),
                    stats.messagesSent(),
                    stats.messagesReceived(),
                    stats.bytesSent(),
                    stats.bytesReceived(),
                    stats.blocksPropagated(),
                    stats.transactionsPropagated()));
        }
        if (shown < summary.nodes().size()) {
            lines.add("  and " + (summary.nodes().size() - shown) + " more nodes: --json has them all");
        }
    }

    private static void links(RunSummary summary, List<String> lines) {
        Map<String, Integer> states = new TreeMap<>();
        summary.links().forEach(link -> states.merge(link.state(), 1, Integer::sum));
        List<String> counts = new ArrayList<>();
        states.forEach((state, count) -> counts.add(count + " " + state));
        lines.add("Links: " + (counts.isEmpty() ? "none" : String.join(", ", counts)));
        if (summary.links().size() <= MAX_LINKS) {
            summary.links().forEach(link -> lines.add("  " + link(link)));
        }
    }

    private static void guests(RunSummary summary, List<String> lines) {
        if (!summary.guests().isEmpty()) {
            lines.add("Guests: " + summary.guests().size());
            summary.guests().forEach(guest -> lines.add("  " + guest(guest)));
        }
    }

    private static String guest(RunSummary.Guest guest) {
        String address = guest.address() == null ? "" : " at " + guest.address();
        String id = guest.id();
        if (id == null) {
            return guest.name() + address + " was never met";
        }
        String with = guest.connectedWith().isEmpty()
                ? "connected with nobody"
                : "connected with " + names(guest.connectedWith());
        String type = guest.nodeType().isEmpty() ? "has not said what it is" : guest.nodeType();
        return guest.name() + address + ", id " + id + ", " + type + ", height " + guest.height() + ", " + with;
    }

    private static String link(Link link) {
        Boolean agree = link.endsAgree();
        String counters = agree == null ? "" : agree ? ", both ends count the same" : ", the ends count differently";
        return link.a() + "–" + link.b() + " " + link.state() + counters;
    }

    private static String tip(Tip tip) {
        return shortHash(tip.tip()) + " at height " + tip.height() + ": " + names(tip.nodes());
    }

    private static String names(List<String> names) {
        return names.size() <= MAX_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MAX_NAMES)) + " and " + (names.size() - MAX_NAMES) + " more";
    }

    private static String shortHash(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }
}
