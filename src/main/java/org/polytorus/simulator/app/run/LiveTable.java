package org.polytorus.simulator.app.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetEvent;

/** A table that is redrawn in place, for terminals that know ANSI sequences. */
public final class LiveTable implements Progress {
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";
    /** A character of double width may make a line longer than counted; it must not become two. */
    private static final String NO_WRAP = "\033[?7l";

    private static final String WRAP = "\033[?7h";
    private static final String CLEAR_LINE_END = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";
    private static final int MAX_EVENTS = 5;
    private static final int MAX_PROBLEMS = 3;
    /** Title, status, an empty line above and one below the table, and the line that the cursor is on. */
    private static final int LINES_AROUND = 5;

    private static final int TABLE_MIN_LINES = 3;

    private final PrintWriter out;
    private final Supplier<TerminalSize> terminal;
    private final @Nullable Duration planned;
    private final Deque<TestnetEvent> lastEvents = new ArrayDeque<>();
    private int drawnLines;

    /** Draws to {@code out}; {@code planned} is how long the run lasts, or null until Ctrl+C. */
    public static LiveTable on(PrintWriter out, @Nullable Duration planned) {
        return new LiveTable(out, TerminalSize::ask, planned);
    }

    LiveTable(PrintWriter out, Supplier<TerminalSize> terminal, @Nullable Duration planned) {
        this.out = out;
        this.terminal = terminal;
        this.planned = planned;
    }

    @Override
    public void show(Moment moment) {
        for (TestnetEvent event : moment.news()) {
            if (Phrases.isImportant(event)) {
                lastEvents.addLast(event);
            }
            if (lastEvents.size() > MAX_EVENTS) {
                lastEvents.removeFirst();
            }
        }
        List<String> lines = lines(moment, terminal.get());
        StringBuilder text = new StringBuilder(HIDE_CURSOR).append(NO_WRAP);
        if (drawnLines > 0) {
            text.append("\033[").append(drawnLines).append("A\r");
        }
        for (String line : lines) {
            text.append(line).append(CLEAR_LINE_END).append('\n');
        }
        out.print(text.append(CLEAR_BELOW).append(WRAP));
        out.flush();
        drawnLines = lines.size();
    }

    @Override
    public void end() {
        out.print(SHOW_CURSOR);
        out.flush();
    }

    @Override
    public boolean isBroken() {
        return out.checkError();
    }

    /** The whole picture; always fewer lines than the terminal has, or going back up would not reach the first. */
    List<String> lines(Moment moment, TerminalSize size) {
        List<String> below = new ArrayList<>();
        moment.snapshot().problems().stream().limit(MAX_PROBLEMS).forEach(problem -> below.add("! " + problem));
        lastEvents.forEach(event -> below.add(Phrases.event(event)));
        int room = size.rows() - LINES_AROUND;
        int tableLines =
                Math.max(TABLE_MIN_LINES, Math.min(moment.snapshot().nodes().size() + 1, room - below.size()));
        List<String> lines = new ArrayList<>();
        lines.add(moment.snapshot().name() + "  " + Phrases.clock(moment.elapsed())
                + (planned == null ? "" : " of " + Phrases.clock(planned)) + "  (Ctrl+C ends the run)");
        lines.add(Phrases.status(moment.snapshot(), moment.rates()));
        lines.add("");
        lines.addAll(new NodeTable(moment.rates()).lines(moment.snapshot().nodes(), size.columns(), tableLines));
        lines.add("");
        below.stream().limit(Math.max(0, room - tableLines)).forEach(lines::add);
        return lines.stream().map(line -> Phrases.cut(line, size.columns())).toList();
    }
}
