package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandTest {
    @TempDir
    Path folder;

    private final Console console = new Console();

    @Test
    void everyLineOfTheFileBecomesOneObject() throws IOException {
        Path file = Files.writeString(folder.resolve("frames.txt"), "# two frames\n\naa\r\n  bb  \n");
        assertThat(console.run("decode", file.toString())).isZero();
        assertThat(console.out().lines()).containsExactly("{\"kind\":\"aa\"}", "{\"kind\":\"bb\"}");
    }

    @Test
    void badLinesDoNotStopItNorFail() throws IOException {
        console.decoder = line -> line.equals("xx") ? "{\"error\":{}}" : "{}";
        Path file = Files.writeString(folder.resolve("frames.txt"), "xx\naa");
        assertThat(console.run("decode", file.toString())).isZero();
        assertThat(console.out().lines()).containsExactly("{\"error\":{}}", "{}");
    }

    @Test
    void withoutFileStandardInputIsRead() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("aa\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(console.run("decode")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(console.out()).contains("{\"kind\":\"aa\"}");
    }

    @Test
    void textOutsideOfAsciiIsEscaped() throws IOException {
        console.decoder = line -> "{\"text\":\"a–\uD83D\uDE00\"}";
        Path file = Files.writeString(folder.resolve("frames.txt"), "aa");
        console.run("decode", file.toString());
        assertThat(console.out().strip()).isEqualTo("{\"text\":\"a\\u2013\\ud83d\\ude00\"}");
    }

    @Test
    void missingFileIsToldInWords() {
        assertThat(console.run("decode", folder.resolve("none.txt").toString())).isEqualTo(1);
        assertThat(console.err()).contains("none.txt", "there is no such file");
    }

    @Test
    void overlongLineIsCutAndTheNextOneIsWhole() throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader("aaaaaaaaaa\nbb\n"), 4);
        assertThat(lines.next()).isEqualTo(new BoundedLines.Line("aaaa", true));
        assertThat(lines.next()).isEqualTo(new BoundedLines.Line("bb", false));
        assertThat(lines.next()).isNull();
    }
}
