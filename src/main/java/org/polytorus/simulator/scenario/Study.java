package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * A measurement of how blocks spread over a testnet, and what somebody else measured of the real thing.
 *
 * @param blocks how many blocks are mined, one after the other, each by a node drawn at random
 * @param blockBytes what each weighs, nearly
 * @param pause how long each may take to reach all
 * @param miners the rate at which a node sends, at the least, that mines one; null if any may
 * @param among the group of nodes that mine and that are counted; empty for all
 * @param measured after which time so many percent of the real nodes had a block; may be empty
 * @param source where these figures come from, for a person; may be empty
 */
public record Study(
        int blocks,
        int blockBytes,
        Duration pause,
        @Nullable Bandwidth miners,
        String among,
        SortedMap<Integer, Duration> measured,
        String source) {
    /** As many as the testnet keeps the spread of. */
    public static final int MAX_BLOCKS = 100;

    public static final int MIN_BLOCK_BYTES = 2_000;
    public static final int MAX_BLOCK_BYTES = 1_000_000;
    public static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    public static final Duration MAX_PAUSE = Duration.ofHours(1);

    public Study {
        measured = new TreeMap<>(measured);
    }
}
