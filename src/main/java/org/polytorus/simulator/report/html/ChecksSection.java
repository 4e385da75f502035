package org.polytorus.simulator.report.html;

import java.util.List;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.RunStory;

/** What must hold whatever is done to a network, and whether it did. */
final class ChecksSection implements Section {

    @Override
    public String title() {
        return "Checks";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return story.checked() != null;
    }

    @Override
    public void write(RunStory story, Markup page) {
        Checked checked = story.checked();
        if (checked == null) {
            return;
        }
        Table rules = new Table(page, caption(checked), "Outcome", "Rule", "What must hold");
        for (Checked.Rule rule : checked.rules()) {
            boolean held = checked.broken().stream().noneMatch(one -> one.rule().equals(rule));
            rules.row(List.of(held ? "good" : "bad"), held ? "✓ held" : "✗ broken", rule.name(), rule.sentence());
        }
        rules.end();
        if (!checked.isGood()) {
            Table broken = new Table(page, "What was found instead", "#At", "Rule", "Found");
            checked.broken()
                    .forEach(one -> broken.row(
                            Numbers.seconds(one.at().toNanos()), one.rule().name(), one.found()));
            broken.end();
            if (checked.more() > 0) {
                page.element("p", "Found after those and not listed: " + Numbers.whole(checked.more()) + ".");
            }
        }
    }

    private static String caption(Checked checked) {
        String looks = "Checked at " + Numbers.whole(checked.checkpoints()) + " checkpoints";
        return checked.excused() == 0
                ? looks
                : looks + "; at " + Numbers.whole(checked.excused())
                        + " of them the machine was too far behind to judge what must happen in time";
    }
}
