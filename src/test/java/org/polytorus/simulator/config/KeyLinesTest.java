package org.polytorus.simulator.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyLinesTest {

    private static final String TEXT = """
            # a comment with key = 1
            top = 1

            [network]            # a comment
            listen_addr = "a = [b]#c"
            peers = [
              "one",   # = two
              "two",
            ]
            limits.inner.deep = 3
            text = \"""
            fake = 1
            [fake]
            \"""
            literal = '''
            fake = 2'''
            after = true

            [[nodes]]
            name = "a"
            [nodes.extra]
            x = 1
            [[nodes]]
            name = "b"
            latency = { there = "1s", back = "2s" }
            [a."quoted key".c]
            'single' = 1
            rows = [{ x = 1 },
                    { x = 2 }]
            """;

    private final KeyLines lines = KeyLines.of(TEXT);

    @Test
    void keysOfTheTopAndOfTables() {
        assertLine("top", 2);
        assertLine("network", 4);
        assertLine("network.listen_addr", 5);
    }

    @Test
    void elementsOfAListOverSeveralLines() {
        assertLine("network.peers", 6);
        assertLine("network.peers[0]", 7);
        assertLine("network.peers[1]", 8);
    }

    @Test
    void dottedKeysWithEveryTableOnTheWay() {
        assertLine("network.limits", 10);
        assertLine("network.limits.inner.deep", 10);
    }

    @Test
    void whatLooksLikeAKeyInsideOfAStringIsNone() {
        assertLine("network.text", 11);
        assertLine("network.fake", 0);
        assertLine("fake", 0);
        assertLine("network.literal", 15);
        assertLine("network.after", 17);
    }

    @Test
    void tablesOfAnArrayAreCounted() {
        assertLine("nodes", 19);
        assertLine("nodes[0].name", 20);
        assertLine("nodes[0].extra.x", 22);
        assertLine("nodes[1]", 23);
        assertLine("nodes[1].name", 24);
    }

    @Test
    void keysOfInlineTables() {
        assertLine("nodes[1].latency.back", 25);
        assertLine("a.\"quoted key\".c.rows[1].x", 29);
    }

    @Test
    void quotedKeys() {
        assertLine("a.\"quoted key\".c", 26);
        assertLine("a.\"quoted key\".c.single", 27);
    }

    @Test
    void whatIsNowhereHasNoLine() {
        assertLine("nobody", 0);
        assertThat(KeyLines.of("").line("")).isZero();
    }

    @Test
    void aFaultyLineDoesNotHideTheNext() {
        assertThat(KeyLines.of("= 1\n[[\n]\n}{\na = \"open\nb = 2\n").line("b")).isEqualTo(6);
    }

    @Test
    void windowsLineEndsCountOnce() {
        assertThat(KeyLines.of("a = 1\r\n\r\nb = 2\r\n").line("b")).isEqualTo(3);
    }

    private void assertLine(String path, int line) {
        assertThat(lines.line(path)).describedAs(path).isEqualTo(line);
    }
}
