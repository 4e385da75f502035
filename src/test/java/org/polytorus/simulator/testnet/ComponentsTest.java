package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

class ComponentsTest {

    @Test
    void nodesWithoutLinksAreAlone() {
        assertThat(text("b a", "")).isEqualTo("[[a], [b]]");
    }

    @Test
    void theLargestComesFirstAndEqualOnesByTheirFirstName() {
        assertThat(text("a b c d e f g", "b-c c-d f-g e-f")).isEqualTo("[[b, c, d], [e, f, g], [a]]");
    }

    @Test
    void numbersInNamesCountAsNumbers() {
        assertThat(text("node10 node9 node2", "node10-node2")).isEqualTo("[[node2, node10], [node9]]");
    }

    @Test
    void aLinkToAnUnknownNodeJoinsNothing() {
        assertThat(text("a b", "a-x b-x")).isEqualTo("[[a], [b]]");
    }

    @Test
    void noNodesHaveNoComponents() {
        assertThat(text("", "")).isEqualTo("[]");
    }

    @Test
    void theOrderOfNodesAndLinksDoesNotMatter() {
        List<NodeName> nodes = new ArrayList<>(GeneratedTestnet.names(200));
        List<LinkId> links = new ArrayList<>();
        for (int i = 0; i < 198; i++) {
            links.add(LinkId.of(nodes.get(i), nodes.get(i + 2)));
        }
        List<List<NodeName>> expected = Components.of(nodes, links);
        assertThat(expected).hasSize(2);
        Random random = new Random(1);
        Collections.shuffle(nodes, random);
        Collections.shuffle(links, random);
        assertThat(Components.of(nodes, links)).isEqualTo(expected);
    }

    @Test
    void theyCanBeCountedWithoutNames() {
        assertThat(Components.count(0, new int[0])).isZero();
        assertThat(Components.count(3, new int[0])).isEqualTo(3);
        assertThat(Components.count(6, new int[] {0, 5, 5, 2, 2, 0, 3, 4})).isEqualTo(3);
    }

    private static String text(String nodes, String links) {
        List<LinkId> ids = words(links).stream()
                .map(pair -> pair.split("-", 2))
                .map(ends -> LinkId.of(new NodeName(ends[0]), new NodeName(ends[1])))
                .toList();
        return Components.of(words(nodes).stream().map(NodeName::new).toList(), ids)
                .toString();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
