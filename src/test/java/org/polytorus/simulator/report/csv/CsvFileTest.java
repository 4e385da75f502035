package org.polytorus.simulator.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.report.Measure;
import org.polytorus.simulator.report.Played;
import org.polytorus.simulator.report.RunStory;

class CsvFileTest {
    private static final String AWKWARD = "a, \"quoted\" name";

    /** Reads what RFC 4180 allows, and nothing else. */
    private static List<List<String>> read(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        assertThat(field).as("after the last line").isEmpty();
        return records;
    }

    private static List<Map<String, String>> rows(CsvFile file, RunStory story) throws IOException {
        StringBuilder out = new StringBuilder();
        file.write(story, out);
        List<List<String>> records = read(out.toString());
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            assertThat(record).hasSameSizeAs(records.getFirst());
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < record.size(); i++) {
                row.put(records.getFirst().get(i), record.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(CsvFile.class)
    void everyLineHasTheColumnsOfTheFirstWhateverTheNamesAre(CsvFile file) throws IOException {
        assertThat(rows(file, Played.named(AWKWARD, "b\"")))
                .isNotEmpty()
                .anyMatch(row -> row.values().stream().anyMatch(value -> value.contains(AWKWARD)));
    }

    @Test
    void statsHoldEachCounterOfEachNodeAtEachSample() throws IOException {
        RunStory story = Played.splitAndHealed(4, Duration.ofSeconds(5));
        List<Map<String, String>> rows = rows(CsvFile.STATS, story);
        assertThat(rows).hasSize(4 * story.history().size());
        Map<String, String> last = rows.getLast();
        assertThat(last).containsEntry("node", "node4").containsEntry("seconds", "15.0");
        for (Measure measure : Measure.values()) {
            assertThat(last).containsKey(measure.text());
        }
        assertThat(last)
                .containsEntry(
                        "bytes_sent",
                        String.valueOf(story.last().nodes().getLast().stats().bytesSent()));
    }

    @Test
    void linksHoldWhatWasAskedAndWhatWasMeasuredForEachDirection() throws IOException {
        List<Map<String, String>> rows = rows(CsvFile.LINKS, Played.splitAndHealed(4, Duration.ofSeconds(5)));
        assertThat(rows).hasSize(8);
        assertThat(rows.getFirst())
                .containsEntry("from", "node1")
                .containsEntry("to", "node2")
                .containsEntry("requested_latency_ms", "0.0")
                .containsEntry("was_cut", "false");
        assertThat(rows).filteredOn(row -> "true".equals(row.get("was_cut"))).hasSize(4);
    }

    @Test
    void deliveriesTellWhoBroughtABlockAndWhen() throws IOException {
        RunStory story = Played.named("one", "other");
        List<Map<String, String>> rows = rows(CsvFile.DELIVERIES, story);
        assertThat(rows)
                .filteredOn(row -> "block".equals(row.get("kind")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("from")).isEqualTo(row.get("origin")).isNotEqualTo(row.get("node"));
                    assertThat(Double.parseDouble(row.get("delivered_ms"))).isPositive();
                });
        assertThat(rows)
                .filteredOn(row -> "transaction".equals(row.get("kind")))
                .isNotEmpty();
    }
}
