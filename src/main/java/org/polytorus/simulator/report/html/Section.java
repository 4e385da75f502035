package org.polytorus.simulator.report.html;

import org.polytorus.simulator.report.RunStory;

/** A part of the page under a heading of its own. */
interface Section {

    String title();

    /** Whether it has anything to tell of this run. */
    boolean appliesTo(RunStory story);

    /** Writes what stands under the heading. */
    void write(RunStory story, Markup page);
}
