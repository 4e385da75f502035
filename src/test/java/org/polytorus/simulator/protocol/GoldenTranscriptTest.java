package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each observed behaviour of real PolyTorus nodes, played against a node of ours in virtual time. To write the node's lines of
 * new or changed transcripts, run this test with {@code -Dtranscripts=write} and read what the file says then.
 */
class GoldenTranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/transcripts");

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aNodeAnswersAsTheTranscriptSays(Path file) throws IOException {
        String expected = Files.readString(file);
        String played = Transcript.play(expected);
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.writeString(file, played);
        }
        assertThat(played).isEqualTo(expected);
    }

    @Test
    void everyObservedBehaviourHasATranscript() throws IOException {
        assertThat(transcripts()).hasSizeGreaterThanOrEqualTo(16);
    }
}
