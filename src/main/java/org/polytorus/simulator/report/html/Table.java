package org.polytorus.simulator.report.html;

import java.util.List;

/** A table; columns whose heading begins with {@code #} hold figures and stand to the right. */
final class Table {
    private static final String FIGURES = "#";

    private final Markup page;
    private final boolean[] figures;

    /** Begins it. */
    Table(Markup page, String caption, String... columns) {
        this.page = page;
        figures = new boolean[columns.length];
        page.open("div", "class", "wide").open("table").element("caption", caption);
        page.open("thead").open("tr");
        for (int i = 0; i < columns.length; i++) {
            figures[i] = columns[i].startsWith(FIGURES);
            String heading = figures[i] ? columns[i].substring(FIGURES.length()) : columns[i];
            page.element("th", heading, "scope", "col", "class", figures[i] ? "figure" : "text");
        }
        page.close().close().open("tbody").line();
    }

    Table row(Object... cells) {
        return row(List.of(), cells);
    }

    /** @param classes of the row */
    Table row(List<String> classes, Object... cells) {
        page.open("tr", "class", String.join(" ", classes));
        for (int i = 0; i < cells.length; i++) {
            page.element("td", cells[i], "class", figures[i] ? "figure" : "text");
        }
        page.close().line();
        return this;
    }

    void end() {
        page.close().close().close().line();
    }
}
