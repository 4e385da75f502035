package org.polytorus.simulator.config;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of a file, a scenario's too, loading it gives problems or a testnet, and never an exception. Every error says
 * where it is, what was found and what was expected.
 */
class MutatedFilesTest {
    private static final long SEED = 20_261_122;
    private static final int MUTANTS_PER_FILE = 200;
    private static final Path NAMED_BY_A_SCENARIO = Path.of("sample-configs", "two-islands.toml");
    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "0",
            "1e400",
            "nan",
            "-inf",
            "99999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "''",
            "[]",
            "{}",
            "[[], {}]",
            "true",
            "1979-05-27",
            "07:32:00",
            "{ there = {} }",
            "\"5s\"",
            "\"\"\"",
            "[",
            "0x7fffffffffffffff",
            "\"127.0.0.1:8001\"",
            "\"../../..\"",
            "\".\"",
            "\"node1\"",
            "1_000",
            "\"999999999h\"");

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    @Test
    void noMutantOfAnyFileThrows() throws IOException {
        for (Path file : originals()) {
            byte[] original = Files.readAllBytes(file);
            for (int i = 0; i < MUTANTS_PER_FILE; i++) {
                byte[] mutant = original;
                for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
                    mutant = mutate(mutant);
                }
                assertThat(load(mutant)).describedAs(file + " mutant " + i).isTrue();
            }
        }
    }

    /** In a folder below that of a testnet file which one of the scenarios names. */
    private boolean load(byte[] mutant) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("scenarios"));
        Files.copy(NAMED_BY_A_SCENARIO, directory.resolve(NAMED_BY_A_SCENARIO.getFileName()), REPLACE_EXISTING);
        LoadResult result =
                new TemporaryFiles(folder).write("mutant.toml", mutant).load("mutant.toml");
        assertThat(result.problems())
                .filteredOn(problem -> problem.severity() == ConfigProblem.Severity.ERROR)
                .allMatch(MutatedFilesTest::hasPlaceAndAdvice);
        return result.hasErrors() == (result.spec() == null);
    }

    /** What concerns a file as a whole has no line. Of what is no TOML the parser says what it found. */
    private static boolean hasPlaceAndAdvice(ConfigProblem error) {
        String message = error.message();
        boolean isAdvice = message.contains("expected")
                || message.contains("check its name")
                || message.contains("mend the first");
        return error.line() == 0 ? isAdvice : message.contains("found") || message.contains("is not valid TOML: ");
    }

    private byte[] mutate(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> withLines(bytes, lines -> lines.remove(random.nextInt(lines.size())));
            case 3 ->
                withLines(
                        bytes,
                        lines -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size()))));
            case 4 -> withLines(bytes, this::changeValue);
            default -> withLines(bytes, this::insertPunctuation);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] mutant = bytes.clone();
        mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        return mutant;
    }

    private void changeValue(List<String> lines) {
        List<Integer> assignments = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[a-z_]+ *=.*")) {
                assignments.add(i);
            }
        }
        if (!assignments.isEmpty()) {
            int line = assignments.get(random.nextInt(assignments.size()));
            String key = lines.get(line).substring(0, lines.get(line).indexOf('='));
            lines.set(line, key + "= " + VALUES.get(random.nextInt(VALUES.size())));
        }
    }

    private void insertPunctuation(List<String> lines) {
        int line = random.nextInt(lines.size());
        StringBuilder text = new StringBuilder(lines.get(line));
        text.insert(random.nextInt(text.length() + 1), "[]{}\"'=.,#\\\n".charAt(random.nextInt(12)));
        lines.set(line, text.toString());
    }

    private static byte[] withLines(byte[] bytes, Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        change.accept(lines);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Path> originals() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("sample-configs", "sample-configs/scenarios", "src/test/resources/polytorus")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
