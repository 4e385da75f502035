package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.report.Places;
import org.polytorus.simulator.report.RunStory;

/**
 * The report of a run as one page: no program in it, nothing that it would fetch, light or dark as its reader's system is, and
 * fit for paper. Every drawing has a description, and its figures stand in a table besides.
 */
public final class ReportPage {
    private final List<Section> sections;

    /** @param places where the nodes stand in the drawing of the testnet */
    public ReportPage(Places places) {
        sections = List.of(
                new ExpectationsSection(),
                new ChecksSection(),
                new TopologySection(places),
                new TimelineSection(),
                new ChartsSection(),
                new PropagationSection(),
                new DeliveryTreeSection(),
                new ForksSection(),
                new NodesSection(),
                new LinksSection());
    }

    public String of(RunStory story) {
        List<Section> shown =
                sections.stream().filter(section -> section.appliesTo(story)).toList();
        Markup page = new Markup();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(story, page);
        page.open("body").line();
        HeadSection.write(story, page);
        contents(shown, page);
        page.open("main").line();
        for (Section section : shown) {
            page.open("section", "id", id(section));
            page.element("h2", section.title()).line();
            section.write(story, page);
            page.close().line();
        }
        page.close().close().close().line();
        return page.toString();
    }

    private static void head(RunStory story, Markup page) {
        page.open("head").line();
        page.raw("<meta charset=\"utf-8\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.raw(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.element("title", story.facts().title() + ": report of a run").line();
        page.raw("<style>\n").raw(Style.CSS).raw("</style>\n");
        page.close().line();
    }

    private static void contents(List<Section> shown, Markup page) {
        page.open("nav", "aria-label", "Contents");
        for (Section section : shown) {
            page.element("a", section.title(), "href", "#" + id(section)).text(" ");
        }
        page.close().line();
    }

    private static String id(Section section) {
        return section.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
