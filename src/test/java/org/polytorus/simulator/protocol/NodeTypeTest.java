package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"full_node;announce", "full_node;announce;kad", "x;kad;announce", ";announce", "x;;announce;"})
    void anAbilityIsAWholeWordAnywhereBehindTheFirst(String nodeType) {
        assertThat(NodeType.announces(nodeType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "announce", "announce;kad", "x;announces", "x;pre-announce", "x;announc", "x;", ";;"})
    void whatOnlyLooksLikeAnAbilityIsNone(String nodeType) {
        assertThat(NodeType.announces(nodeType)).isFalse();
    }

    @Test
    void ourNodesHaveBothAbilitiesAndAreNoVisitors() {
        assertThat(NodeType.announces(NodeType.OURS)).isTrue();
        assertThat(NodeType.findsNodes(NodeType.OURS)).isTrue();
        assertThat(NodeType.isVisitor(NodeType.OURS)).isFalse();
        assertThat(NodeType.isVisitor(NodeType.VISITOR)).isTrue();
    }
}
