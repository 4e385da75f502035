package org.polytorus.simulator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFilesTest {
    private static final String NODE = "[network]\nmax_peers = 3\n";

    @TempDir
    private Path directory;

    @Test
    void noFileAtAllIsAnError() {
        assertThat(TestnetFiles.load(List.of(), false).problems())
                .map(ConfigProblem::toString)
                .containsExactly("testnet: error: found 0 files, expected one testnet file or 1 to 1000 node files");
    }

    @Test
    void aMissingFileAndADirectoryAreToldTogether() throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        assertThat(files().problems("gone.toml", "folder"))
                .containsExactly(
                        "gone.toml: error: there is no such file; check its name and the directory you are in",
                        "folder: error: found a directory, expected a TOML file; name a file in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", ".", "..", "/dev/null", "/dev/zero"})
    void whatIsNoPlainFileIsNeverOpened(String path) {
        assertThat(TestnetFiles.load(List.of(Path.of(path)), false).hasErrors()).isTrue();
    }

    @Test
    void aHugeFileIsRefusedAfterItsFirstMebibyte() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(directory.resolve("huge.toml").toFile(), "rw")) {
            huge.setLength(100L * 1024 * 1024);
        }
        assertThat(files().problems("huge.toml"))
                .containsExactly("huge.toml: error: found more than 1 MiB, expected a configuration file, which is far"
                        + " smaller; is it the right file?");
    }

    @Test
    void anotherEncodingIsToldWithItsFirstLine() {
        files().write("latin.toml", (NODE + "# é\n").getBytes(StandardCharsets.ISO_8859_1))
                .write("wide.toml", NODE.getBytes(StandardCharsets.UTF_16));
        String expected = "found bytes that are not UTF-8, expected text in UTF-8; save the file in that encoding";
        assertThat(files().problems("latin.toml", "wide.toml"))
                .containsExactly("latin.toml:3: error: " + expected, "wide.toml:1: error: " + expected);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        files().write("n.toml", "\uFEFF[network]\nmax_peers = 0\n");
        assertThat(files().problems("n.toml"))
                .containsExactly("n.toml:2: error: network.max_peers: found 0, expected a whole number from 1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a = ", "a."})
    void deepNestingIsRefused(String opening) {
        files().write("deep.toml", "[network]\na = 1\nb = " + opening.repeat(100_000) + "\n")
                .write("deepkey.toml", "[network]\n" + opening.repeat(100_000) + "a = 1\n");
        assertThat(files().load("deep.toml").hasErrors()).isTrue();
        assertThat(files().load("deepkey.toml").hasErrors()).isTrue();
    }

    @Test
    void theLineOfDeepNestingIsTold() {
        files().write("deep.toml", NODE + "b = " + "[".repeat(33) + "]".repeat(33) + "\n");
        assertThat(files().problems("deep.toml"))
                .containsExactly(
                        "deep.toml:3: error: found lists, tables or keys nested deeper than 32 levels, expected a"
                                + " configuration file; is it the right file?");
    }

    @Test
    void everyFaultOfSyntaxIsToldWithItsLineAndTheRestIsStillChecked() {
        files().write("n.toml", """
                        [network]
                        max_peers = 3
                        max_peers = 4
                        ping_interval = thirty
                        listen_addr = "127.0.0.1:80
                        hello
                        enable_discovery = 1
                        [network]
                        """);
        assertThat(files().problems("n.toml"))
                .containsExactly(
                        "n.toml:3: error: network.max_peers: found the key a second time, expected it once; it is already in"
                                + " line 2",
                        "n.toml:4: error: network.ping_interval: found \"ping_interval = thirty\", expected a value such as"
                                + " \"text\" in quotes, 12, true or [\"a\", \"b\"]",
                        "n.toml:5: error: network.listen_addr: found \"listen_addr = \"127.0.0.1:80\", which is not valid"
                                + " TOML: Newline not permitted here",
                        "n.toml:6: error: network.hello: found \"hello\", which is not valid TOML: Newline not permitted"
                                + " here",
                        "n.toml:8: error: network: found the table a second time, expected it once; it is already in line"
                                + " 1");
    }

    @Test
    void whatStandsBehindAFaultIsCheckedAndWhatAFaultHidesIsNotMissed() {
        files().write(
                        "t.toml",
                        "[testnet]\n[[nodes]]\nname = oops\n[[nodes]]\nname = \"b\"\nconnect = [\"oops\"]\nmining = 3\n");
        assertThat(files().problems("t.toml"))
                .containsExactly(
                        "t.toml:3: error: nodes[0].name: found \"name = oops\", expected a value such as \"text\" in"
                                + " quotes, 12, true or [\"a\", \"b\"]",
                        "t.toml:7: error: nodes[1].mining: found 3, expected true or false");
    }

    @Test
    void aNullIsOnlyTakenOutWhereItIsAValue() {
        files().write("n.toml", """
                        [network]
                        bandwidth_limit=null# none
                        [logging]
                        text = \"""
                        a = null
                        \"""
                        word = "null"
                        """);
        assertThat(files().problems("n.toml"))
                .containsExactly(
                        "n.toml:2: warning: network.bandwidth_limit: found null, which TOML does not have; the key"
                                + " is taken as absent; remove the line");
    }

    @Test
    void problemsBeyondABoundAreCounted() {
        StringBuilder text = new StringBuilder("[network]\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("unknown").append(i).append(" = 1\n");
        }
        List<String> problems = files().write("n.toml", text.toString()).problems("n.toml");
        assertThat(problems).hasSize(501);
        assertThat(problems.getLast())
                .isEqualTo("n.toml: warning: 59500 more problems are not shown; mend the first 500 and look again");
    }

    @Test
    void nothingAFileHoldsReachesTheTerminalUnescaped() {
        files().write("n.toml", "[network]\nlisten_addr = \"\\u001b[31m\\u202e\"\n");
        assertThat(files().problems("n.toml").getFirst()).contains("found \"\\u001B[31m\\u202E\"");
    }

    private TemporaryFiles files() {
        return new TemporaryFiles(directory);
    }
}
