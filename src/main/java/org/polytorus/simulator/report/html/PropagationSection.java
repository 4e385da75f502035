package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.stream.Stream;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.testnet.PropagationSnapshot.TransactionSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Travel;

/** How fast blocks and transactions came to the nodes. */
final class PropagationSection implements Section {
    /** Blocks in the table, the latest. */
    static final int MOST_BLOCKS = 40;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    /** From here on a scale is in seconds. */
    private static final long LONG_NANOS = 10_000_000_000L;

    @Override
    public String title() {
        return "Propagation";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        PropagationSnapshot seen = story.last().propagation();
        return seen.blockTravel().deliveries() + seen.transactionTravel().deliveries() + seen.arrivals() > 0;
    }

    @Override
    public void write(RunStory story, Markup page) {
        PropagationSnapshot seen = story.last().propagation();
        curve(story, seen, page);
        Table times = new Table(
                page,
                "From being made to a node, over what was kept: the latest of each kind",
                "What",
                "#Kept",
                "#Times",
                "#50 % within",
                "#90 % within",
                "#99 % within",
                "#Forgotten");
        times.row(
                "blocks, data delivered first",
                seen.blocks().size(),
                Numbers.whole(seen.blockTravel().deliveries()),
                Numbers.time(seen.blockTravel().p50Nanos()),
                Numbers.time(seen.blockTravel().p90Nanos()),
                Numbers.time(seen.blockTravel().p99Nanos()),
                Numbers.whole(seen.blockTravel().forgotten()));
        times.row(
                "blocks, followed as tip",
                seen.blocks().size(),
                Numbers.whole(seen.arrivals()),
                Numbers.time(seen.p50Nanos()),
                Numbers.time(seen.p90Nanos()),
                Numbers.time(seen.p99Nanos()),
                Numbers.whole(seen.blockTravel().forgotten()));
        Travel transactions = seen.transactionTravel();
        times.row(
                "transactions, delivered first",
                seen.transactions().size(),
                Numbers.whole(transactions.deliveries()),
                Numbers.time(transactions.p50Nanos()),
                Numbers.time(transactions.p90Nanos()),
                Numbers.time(transactions.p99Nanos()),
                Numbers.whole(transactions.forgotten()));
        times.end();
        copies(seen, page);
        blocks(seen, page);
    }

    private static void copies(PropagationSnapshot seen, Markup page) {
        Table table = new Table(
                page,
                "What nodes were brought in the whole run; redundant is what they had already",
                "What",
                "#Data",
                "#Redundant",
                "#Share",
                "#Announcements",
                "#Redundant",
                "#Share");
        copies("blocks", seen.blockTravel().copies(), table);
        copies("transactions", seen.transactionTravel().copies(), table);
        table.end();
    }

    private static void copies(String what, Copies copies, Table table) {
        table.row(
                what,
                Numbers.whole(copies.data()),
                Numbers.whole(copies.redundantData()),
                share(copies.redundantData(), copies.data()),
                Numbers.whole(copies.announcements()),
                Numbers.whole(copies.redundantAnnouncements()),
                share(copies.redundantAnnouncements(), copies.announcements()));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : Numbers.percent((double) part / whole);
    }

    private static void curve(RunStory story, PropagationSnapshot seen, Markup page) {
        int nodes = story.last().nodes().size();
        ReachCurve blocks =
                ReachCurve.of(seen.blocks().stream().map(BlockSpread::journey).toList(), nodes);
        ReachCurve transactions = ReachCurve.of(
                seen.transactions().stream().map(TransactionSpread::journey).toList(), nodes);
        long slowest =
                Math.max(seen.blockTravel().p99Nanos(), seen.transactionTravel().p99Nanos()) / 10 * 11;
        if (slowest <= 0) {
            return;
        }
        boolean inSeconds = slowest >= LONG_NANOS;
        double unitNanos = inSeconds ? NANOS_PER_SECOND : NANOS_PER_MILLI;
        List<LineChart.Line> lines = Stream.of(
                        blocks.line("blocks", slowest, unitNanos),
                        transactions.line("transactions", slowest, unitNanos))
                .filter(line -> line.x().length > 0)
                .toList();
        page.open("div", "class", "charts");
        new LineChart(
                        "Share of nodes that had it, on average, by the time since it was made",
                        "The table below holds the times to 50, 90 and 99 of 100 deliveries.",
                        inSeconds ? "s" : "ms",
                        slowest / unitNanos,
                        true,
                        lines,
                        List.of())
                .write(page);
        page.close().line();
    }

    private static void blocks(PropagationSnapshot seen, Markup page) {
        List<BlockSpread> latest = seen.blocks()
                .subList(
                        Math.max(0, seen.blocks().size() - MOST_BLOCKS),
                        seen.blocks().size());
        if (latest.isEmpty()) {
            return;
        }
        page.open("details").element("summary", "The latest " + latest.size() + " blocks one by one");
        Table table = new Table(
                page,
                "Until that share of all nodes had it, the miner included; a dash while fewer have it",
                "Block",
                "#Height",
                "Miner",
                "#Reached",
                "#50 %",
                "#90 %",
                "#99 %",
                "#Redundant");
        for (BlockSpread block : latest.reversed()) {
            Journey journey = block.journey();
            table.row(
                    block.hash().shortText(),
                    block.height(),
                    block.miner(),
                    journey.deliveries().size() + 1,
                    Numbers.time(journey.halfNanos()),
                    Numbers.time(journey.mostNanos()),
                    Numbers.time(journey.almostAllNanos()),
                    journey.copies().redundantData());
        }
        table.end();
        page.close().line();
    }
}
