package org.polytorus.simulator.http;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What the paths of one node's interface may see and do. */
record NodeAccess(Testnet testnet, NodeName name) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    TestnetSnapshot picture() {
        return testnet.snapshot();
    }

    /** The node in a picture. */
    NodeSnapshot in(TestnetSnapshot picture) {
        return picture.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A testnet lost its node " + name));
    }

    CompletionStage<CommandResult> submit(TestnetCommand command) {
        return testnet.submit(command);
    }

    /** A moment as RFC 3339 writes it, which is how PolyTorus writes times. */
    static String time(long epochNanos) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND))
                .toString();
    }

    /** A state or a health as PolyTorus writes it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
