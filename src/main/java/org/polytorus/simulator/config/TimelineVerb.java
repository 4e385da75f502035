package org.polytorus.simulator.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a step can do, with the keys that it takes. */
enum TimelineVerb {
    DROP("between"),
    RESTORE("between"),
    SPLIT("groups one_way name"),
    HEAL("name"),
    CONDITIONS("between direction"),
    CLEAR(""),
    PROBE("between"),
    STOP("nodes"),
    START("nodes"),
    MINE("nodes count"),
    MINING("on"),
    TRAFFIC("on"),
    QUALITY_OF_SERVICE("on"),
    SEND("node from to amount nonce count"),
    FLOOD("nodes kind rate size target for"),
    END_FLOOD("nodes"),
    BLACKLIST("nodes peer reason for"),
    UNBLACKLIST("nodes peer"),
    ATTACH("name address connect"),
    DETACH("name");

    static final String EXPECTATION = "one of " + String.join(", ", names());

    private final String keys;

    TimelineVerb(String keys) {
        this.keys = keys;
    }

    /** As it is written in a file. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> keys() {
        Stream<String> own = Stream.of(keys.split(" ", -1));
        return (this == CONDITIONS ? Stream.concat(own, LinkFileConditions.KEYS.stream()) : own).toList();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(TimelineVerb::text).toList();
    }

    static @Nullable TimelineVerb named(String text) {
        return Arrays.stream(values())
                .filter(verb -> verb.text().equals(text))
                .findFirst()
                .orElse(null);
    }
}
