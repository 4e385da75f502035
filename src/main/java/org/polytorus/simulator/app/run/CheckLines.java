package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.invariant.Pace;
import org.polytorus.simulator.report.Checked;

/** What came of checks, as a person reads it. */
public final class CheckLines {
    private static final String NO_NETWORKS_FAULT =
            "Nothing that is done to a network may lead to this: it is a fault of the simulator. Keep the files, the seed and "
                    + "these lines. ";

    private CheckLines() {}

    /** A line for the moment in which it is found. */
    public static String line(Checked.Broken broken) {
        return "BROKEN " + text(broken.rule().name(), broken.rule().sentence(), broken.found());
    }

    /** The lines of the end. */
    public static List<String> of(CheckSummary checks) {
        List<String> lines = new ArrayList<>();
        long broken = checks.broken().stream()
                .map(CheckSummary.Broken::rule)
                .distinct()
                .count();
        lines.add("Checked " + checks.rules().size() + " rules at " + checks.checkpoints() + " checkpoints"
                + (checks.everyEvent() ? " and after every event" : "") + ": "
                + (broken == 0 ? "all held." : broken + (broken == 1 ? " was broken." : " were broken.")));
        if (checks.excused() > 0) {
            lines.add("  At " + checks.excused() + " of them a round trip took more than "
                    + Pace.LONGEST_ROUND_TRIP.toSeconds()
                    + " s on a link of which nothing is asked, since there is more to do "
                    + "than this machine can: what must happen in time was not judged. Fewer nodes, or fewer blocks and "
                    + "transactions of each, or --virtual.");
        }
        for (CheckSummary.Broken one : checks.broken()) {
            lines.add(String.format(
                    Locale.ROOT, "  broken %6.1f s  %s", one.seconds(), text(one.rule(), one.expected(), one.found())));
        }
        if (checks.more() > 0) {
            lines.add("  and " + checks.more() + " times more");
        }
        if (broken > 0) {
            lines.add(NO_NETWORKS_FAULT + advice(checks.everyEvent()));
        }
        return lines;
    }

    private static String advice(boolean comesAgain) {
        return comesAgain
                ? "The same command shows it again each time."
                : "With --virtual besides --check it may show itself too, and would do so again each time.";
    }

    private static String text(String rule, String expected, String found) {
        return "\"" + rule + "\". Expected: " + expected + ". Found: " + found;
    }
}
