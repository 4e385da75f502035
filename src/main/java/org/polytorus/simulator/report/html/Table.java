package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.regex.Pattern;

/** A table; columns whose heading begins with {@code #} hold figures and stand to the right. */
final class Table {
    private static final String FIGURES = "#";

    /** Longer words, names of nodes mostly, may be broken, so that a column can be narrower. */
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s\\p{Pd}]{24}");

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
            page.element("td", cells[i], "class", figures[i] ? "figure" : textClass(cells[i]));
        }
        page.close().line();
        return this;
    }

    private static String textClass(Object cell) {
        return LONG_WORD.matcher(String.valueOf(cell)).find() ? "text long" : "text";
    }

    void end() {
        page.close().close().close().line();
    }
}
