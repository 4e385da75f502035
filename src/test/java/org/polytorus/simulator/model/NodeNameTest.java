package org.polytorus.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeNameTest {
    private static final List<String> IN_ORDER = List.of(
            "01",
            "1",
            "2",
            "10",
            "99999999999999999999",
            "100000000000000000000",
            "Node",
            "a",
            "a01",
            "a1",
            "a01b",
            "a1b",
            "a1c",
            "a2",
            "a10",
            "b",
            "node",
            "node 2",
            "node-2",
            "node0",
            "node00",
            "node2",
            "node2x",
            "node10",
            "node10-1",
            "node10-2",
            "node10-11",
            "nodes");

    @Test
    void numbersInsideNamesAreComparedAsNumbers() {
        List<NodeName> shuffled =
                new ArrayList<>(IN_ORDER.stream().map(NodeName::new).toList());
        Collections.shuffle(shuffled, new Random(4711));

        assertThat(shuffled.stream().sorted().map(NodeName::value)).containsExactlyElementsOf(IN_ORDER);
    }

    @Test
    void theOrderOfAnyTwoNamesAgreesWithTheirPlaces() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                int order = new NodeName(IN_ORDER.get(i)).compareTo(new NodeName(IN_ORDER.get(j)));
                assertThat(Integer.signum(order))
                        .as("%s with %s", IN_ORDER.get(i), IN_ORDER.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\n", "a\tb", "a\u0000b"})
    void emptyPaddedAndUnprintableNamesAreRefused(String text) {
        assertThat(NodeName.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeName(text));
    }

    @Test
    void aNameHasUpTo64Characters() {
        assertThat(NodeName.isValid("n".repeat(64))).isTrue();
        assertThat(NodeName.isValid("n".repeat(65))).isFalse();
        assertThat(new NodeName("ノード 🚀")).hasToString("ノード 🚀");
    }
}
