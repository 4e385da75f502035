package org.polytorus.simulator.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.RunFacts;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What stands at the top: what was run, from what, when, for how long, and in short how it ended. */
final class HeadSection {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK).withZone(ZoneOffset.UTC);
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R\\s*\\R");
    private static final int MOST_PROBLEMS = 50;

    private HeadSection() {}

    static void write(RunStory story, Markup page) {
        RunFacts facts = story.facts();
        page.open("header").line();
        page.element("h1", facts.title()).line();
        paragraphs(facts.text(), page);
        verdict(story.verdicts(), story.troubles(), page);
        checks(story.checked(), page);
        page.open("dl", "class", "facts");
        fact(page, "Files", String.join(", ", facts.files()));
        fact(page, "Seed", facts.seed());
        fact(page, "Ran", Numbers.seconds(story.ran().toNanos()) + (facts.inVirtualTime() ? " of virtual time" : ""));
        fact(page, "On", facts.inVirtualTime() ? "a virtual clock" : "sockets of this machine");
        fact(page, "Began", began(story));
        fact(page, "Program", "PolyTorus testnet simulator " + facts.version());
        page.close().line();
        end(story.last(), page);
        page.close().line();
    }

    /** Files wrap their texts at a width of their own; an empty line parts paragraphs. */
    private static void paragraphs(String text, Markup page) {
        for (String paragraph : BETWEEN_PARAGRAPHS.split(text.strip())) {
            if (!paragraph.isBlank()) {
                page.element("p", paragraph.lines().map(String::strip).collect(Collectors.joining(" ")));
            }
        }
    }

    private static void fact(Markup page, String name, Object value) {
        page.open("div").element("dt", name).element("dd", value).close();
    }

    private static String began(RunStory story) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(story.startNanos());
        return WHEN.format(Instant.ofEpochSecond(seconds))
                + (story.facts().inVirtualTime() ? " on that clock" : " UTC");
    }

    private static void verdict(List<Verdict> verdicts, List<String> troubles, Markup page) {
        long held = verdicts.stream()
                .filter(one -> one.outcome() == Verdict.Outcome.HELD)
                .count();
        if (!verdicts.isEmpty()) {
            boolean isGood = held == verdicts.size() && troubles.isEmpty();
            String text = held + " of " + verdicts.size() + " expectations held"
                    + (troubles.isEmpty() ? "." : ", and there was trouble.");
            page.element("p", (isGood ? "✓ " : "✗ ") + text, "class", "verdict " + (isGood ? "good" : "bad"));
        }
        troubles.forEach(trouble -> page.element("p", "Trouble: " + trouble));
    }

    private static void checks(@Nullable Checked checked, Markup page) {
        if (checked != null) {
            String text = checked.held() + " of " + checked.rules().size() + " rules that must always hold did, at "
                    + Numbers.whole(checked.checkpoints()) + " checkpoints.";
            boolean isGood = checked.isGood();
            page.element("p", (isGood ? "✓ " : "✗ ") + text, "class", "verdict " + (isGood ? "good" : "bad"));
        }
    }

    private static void end(TestnetSnapshot last, Markup page) {
        page.element(
                "p",
                "At the end: " + last.nodes().size() + " nodes, " + last.links().size() + " links, "
                        + count(last.components().size(), "group") + " joined by links that carry traffic, "
                        + count(last.tips(), "tip") + " followed.");
        if (last.components().size() > 1) {
            page.element(
                    "p",
                    "Groups: "
                            + last.components().stream()
                                    .limit(10)
                                    .map(NameList::of)
                                    .collect(Collectors.joining("; "))
                            + (last.components().size() > 10 ? "; and more." : "."));
        }
        last.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> page.element("p", "Problem: " + problem));
        if (last.overflowed() > 0) {
            page.element(
                    "p",
                    Numbers.whole(last.overflowed())
                            + " observations were discarded because the queue to the snapshot was full.");
        }
        if (last.propagation().missedCopies() > 0) {
            page.element(
                    "p",
                    Numbers.whole(last.propagation().missedCopies())
                            + " copies and announcements came too fast to be followed: the propagation below misses those.");
        }
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
