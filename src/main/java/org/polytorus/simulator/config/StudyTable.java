package org.polytorus.simulator.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Study;

/** Reads {@code [study]} of a testnet file: which blocks are to be measured, and with what they are compared. */
public final class StudyTable {
    private static final List<String> KEYS =
            List.of("blocks", "block_size", "pause", "miner_upload", "among", "measured", "source");
    private static final Pattern PERCENTILE = Pattern.compile("p([0-9]{1,2})");
    private static final Duration LONGEST_MEASURED = Duration.ofHours(24);

    private StudyTable() {}

    /**
     * What came of it.
     *
     * @param study null exactly if a problem is an error
     */
    public record Result(@Nullable Study study, List<ConfigProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the disk; never throws for any path or content, but says what is wrong. The testnet is not looked at here. */
    public static Result read(Path file) {
        Problems problems = new Problems();
        TomlDocument document = TomlReader.read(file, problems);
        TomlTable table =
                document == null ? null : TomlTable.top(document, problems).table("study");
        if (document != null && table == null && !problems.hasErrors()) {
            problems.error(
                    document.place(),
                    "found no [study], expected one with blocks = 10, block_size = 250000 and pause = \"2m\", say");
        }
        Study study = table == null ? null : read(table);
        return new Result(problems.hasErrors() ? null : study, problems.all());
    }

    private static Study read(TomlTable table) {
        table.warnOfUnknown(KEYS);
        Duration pause = table.duration("pause", Study.MIN_PAUSE, Study.MAX_PAUSE);
        String among = table.text("among", "the name of a group of nodes, such as \"reachable\"");
        String source = table.text("source", "a text in quotes");
        return new Study(
                number(table, "blocks", 1, Study.MAX_BLOCKS, 10),
                number(table, "block_size", Study.MIN_BLOCK_BYTES, Study.MAX_BLOCK_BYTES, Study.MIN_BLOCK_BYTES),
                pause == null ? Duration.ofMinutes(1) : pause,
                LinkFileConditions.bandwidthOf(table, "miner_upload"),
                among == null ? "" : among,
                measured(table.table("measured")),
                source == null ? "" : source);
    }

    private static int number(TomlTable table, String key, int min, int max, int usual) {
        Long number = table.wholeNumber(key, min, max, "a whole number");
        return number == null ? usual : number.intValue();
    }

    private static SortedMap<Integer, Duration> measured(@Nullable TomlTable table) {
        SortedMap<Integer, Duration> measured = new TreeMap<>();
        if (table == null) {
            return measured;
        }
        for (String key : table.keys()) {
            Matcher percentile = PERCENTILE.matcher(key);
            Duration time = table.duration(key, Duration.ofMillis(1), LONGEST_MEASURED);
            if (percentile.matches() && time != null) {
                measured.put(Integer.valueOf(percentile.group(1)), time);
            } else if (time != null) {
                table.error(
                        key,
                        "found a time for " + Texts.quote(key) + ", expected p50 = \"3.3s\", p90 = \"13.5s\", say");
            }
        }
        return measured;
    }
}
