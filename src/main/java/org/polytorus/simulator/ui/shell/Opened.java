package org.polytorus.simulator.ui.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * What came of reading files or of a wish for a new testnet.
 *
 * @param spec the testnet, or null if problems stand against it
 * @param problems errors and notes, in words for a person; may be there beside a testnet
 */
public record Opened(@Nullable TestnetSpec spec, List<String> problems) {
    public Opened {
        problems = List.copyOf(problems);
    }
}
