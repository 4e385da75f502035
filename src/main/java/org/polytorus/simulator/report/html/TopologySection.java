package org.polytorus.simulator.report.html;

import org.polytorus.simulator.report.Places;
import org.polytorus.simulator.report.RunStory;

/** The testnet as it was at the end. */
final class TopologySection implements Section {
    /** Of larger testnets the picture would be a blot. */
    static final int MOST_NODES = 500;

    static final int MOST_LINKS = 5_000;

    private final Places places;

    TopologySection(Places places) {
        this.places = places;
    }

    @Override
    public String title() {
        return "Topology";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return !story.last().nodes().isEmpty();
    }

    @Override
    public void write(RunStory story, Markup page) {
        int nodes = story.last().nodes().size();
        int links = story.last().links().size();
        if (nodes > MOST_NODES || links > MOST_LINKS) {
            page.element(
                    "p",
                    nodes + " nodes and " + links + " links are not drawn: at most " + MOST_NODES + " and " + MOST_LINKS
                            + " are.");
            return;
        }
        new TopologyDrawing(story, places.of(story.last())).write(page);
        page.element(
                "p",
                "As at the end of the run. A ring's colour is the tip that the node follows, its number the height; "
                        + "equal colours agree, grey stands for tips beyond the six most followed. Lines: solid, connected; dashes, "
                        + "connecting; points, nobody tries; long dashes, dropped; short dashes, swallowing everything; fine points, "
                        + "cut by a partition. A broad pale line was dropped, silent or cut at some time of the run.",
                "class",
                "muted");
    }
}
