package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.link.ConditionsText;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/** Each direction of each link: what was asked of it, and what came of that. */
final class LinksSection implements Section {
    static final int MOST_LINKS = 1_000;

    @Override
    public String title() {
        return "Links";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return !story.last().links().isEmpty();
    }

    @Override
    public void write(RunStory story, Markup page) {
        List<LinkSnapshot> links = story.last().links();
        page.element(
                "p",
                "Shares are of the messages since the conditions were last changed; the delay is of those delivered lately.",
                "class",
                "muted");
        Table table = new Table(
                page,
                "At the end" + (links.size() > MOST_LINKS ? ", the first " + MOST_LINKS + " of " + links.size() : ""),
                "From",
                "To",
                "State",
                "Asked",
                "#Messages",
                "#Delay",
                "#± mean",
                "#Lost",
                "#Twice",
                "#Held back",
                "#Corrupted",
                "#No room",
                "#Swallowed",
                "#Rate, bit/s");
        links.stream().limit(MOST_LINKS).forEach(link -> {
            for (Direction direction : Direction.values()) {
                row(table, link, direction);
            }
        });
        table.end();
    }

    private static void row(Table table, LinkSnapshot link, Direction direction) {
        DirectionSnapshot side = link.side(direction);
        LinkFidelity seen = side.fidelity();
        LinkConditions asked = side.requested();
        table.row(
                link.id().sender(direction),
                link.id().receiver(direction),
                link.state().name().toLowerCase(Locale.ROOT),
                asked.isNone() ? "nothing" : ConditionsText.of(asked),
                Numbers.whole(side.messages()),
                Numbers.time(side.delayNanos()),
                Numbers.time(seen.delayDeviationNanos()),
                Numbers.percent(seen.share(seen.lost())),
                Numbers.percent(seen.share(seen.duplicated())),
                Numbers.percent(seen.share(seen.heldBack())),
                Numbers.percent(seen.share(seen.corrupted())),
                Numbers.whole(seen.overflowed()),
                Numbers.whole(seen.swallowed()),
                Numbers.shortly(seen.bitsPerSecond()));
    }
}
