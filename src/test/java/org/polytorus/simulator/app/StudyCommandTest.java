package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.app.study.StudyResult;
import org.polytorus.simulator.scenario.Study;

class StudyCommandTest {
    private static final String TESTNET = """
            [testnet]
            name = "Line"
            quality_of_service = false
            [topology]
            shape = "regions"
            degree = 2
            latency = [["100ms"]]
            [[topology.regions]]
            name = "n"
            nodes = 12
            upload = "1Mbit/s"
            """;
    private static final String STUDY = """
            [study]
            blocks = 2
            block_size = 2500
            pause = "20s"
            measured = { p50 = "800ms" }
            source = "a book"
            """;

    private final Console console = new Console();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("study.toml");
    }

    @Test
    void everyNodeGetsEveryBlockAndTheTimesStandBesideTheMeasuredOnes() throws IOException {
        Files.writeString(file, TESTNET + STUDY);

        assertThat(console.run("study", file.toString())).as(console.err()).isZero();

        assertThat(console.out())
                .contains("12 nodes, ", " links, 2 blocks of 2,500 bytes: 22 of 22 times measured")
                .containsPattern("(?m)^50 % +0\\.8 s +[0-9.]+ s +[+-][0-9]+ %$")
                .containsPattern("(?m)^95 % +[0-9.]+ s$")
                .contains("Measured: a book", " of virtual time in ");
        assertThat(console.err()).contains("block 2 of 2, mined by n");
        assertThat(console.started).as("on sockets").isEmpty();
    }

    /** Of 100,000 bytes more, each of the hops takes 0.8 s longer at 1 Mbit/s. */
    @Test
    void aHeavierBlockTakesAsMuchLongerAsItsLinesNeed() throws IOException {
        Files.writeString(file, TESTNET + STUDY);
        console.run("study", file.toString(), "--blocks", "1");
        double light = median(console.out());
        Console second = new Console();
        second.run("study", file.toString(), "--blocks", "1", "--block-size", "102500");

        assertThat(median(second.out()) - light).isGreaterThan(0.8);
    }

    private static double median(String out) {
        return out.lines()
                .filter(line -> line.startsWith("50 %"))
                .map(line -> line.split(" +"))
                .mapToDouble(words -> Double.parseDouble(words[4]))
                .findFirst()
                .orElseThrow();
    }

    /** A block of 100,000 bytes leaves the one miner at 1 Mbit/s, shared by all that ask for it. */
    @Test
    void onlyTheGroupThatIsAskedForIsCountedAndOnlyTheFastMine() throws IOException {
        String homes = TESTNET.replace("nodes = 12\nupload = \"1Mbit/s\"", "nodes = 40")
                + "[[machines]]\nshare = 0.8\nupload = \"1Mbit/s\"\n[[machines]]\nshare = 0.2\nupload = \"9Mbit/s\"\n";
        String some = STUDY + "among = \"reachable\"\nminer_upload = \"2Mbit/s\"\n";
        Files.writeString(file, homes.replace("degree = 2", "degree = 8\nreachable = \"50%\"") + some);

        assertThat(console.run("study", file.toString(), "--block-size", "100000"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("40 nodes (20 counted), ", ": 38 of 38 times measured");

        Files.writeString(file, homes + some);
        assertThat(console.run("study", file.toString())).isEqualTo(1);
        assertThat(console.err())
                .contains("The study looks at the group \"reachable\", and Line has none of this name.");
        Files.writeString(file, homes + STUDY + "miner_upload = \"10Mbit/s\"\n");
        assertThat(console.run("study", file.toString())).isEqualTo(1);
        assertThat(console.err()).contains("Nobody who takes part in the study has an upload of its miner_upload");
    }

    @Test
    void whatIsMissingOrWrongIsToldAndNothingRuns() throws IOException {
        Files.writeString(file, TESTNET);
        assertThat(console.run("study", file.toString())).isEqualTo(1);
        assertThat(console.err()).contains("found no [study], expected one with blocks = 10");

        Files.writeString(file, TESTNET + STUDY.replace("p50", "half").replace("20s", "20"));
        assertThat(console.run("study", file.toString())).isEqualTo(1);
        assertThat(console.err())
                .contains("study.measured.half: found a time for \"half\", expected p50 = \"3.3s\"")
                .contains("study.pause: found \"20\", expected a duration");

        Files.writeString(file, "[testnet]\n[[nodes]]\nname = \"alone\"\n" + STUDY);
        assertThat(console.run("study", file.toString())).isEqualTo(1);
        assertThat(console.err()).contains("A block spreads over links, and study has none.");

        assertThat(console.run("study", folder.resolve("gone.toml").toString())).isEqualTo(1);
        Files.writeString(file, TESTNET + STUDY);
        assertThat(console.run("study", file.toString(), "--blocks", "0")).isEqualTo(2);
        assertThat(console.err()).contains("there is no such file", "--blocks is between 1 and 100; found 0");
    }

    @Test
    void nodesThatNeverGotABlockCountAsLaterThanAllOthers() {
        StudyResult result = new StudyResult(
                5, 5, 4, List.of(1_000_000_000L, 2_000_000_000L, 3_000_000_000L), 4, Duration.ofSeconds(9), 1);

        assertThat(result.isComplete()).isFalse();
        assertThat(result.seconds(50)).isEqualTo(2);
        assertThat(result.seconds(75)).isEqualTo(3);
        assertThat(result.seconds(76)).isInfinite();
        assertThat(result.table(new Study(1, 2_000, Duration.ofSeconds(1), null, "", new TreeMap<>(), "")))
                .contains("99 %                           never");
    }
}
