package org.polytorus.simulator.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.RateLimit;
import tools.jackson.databind.JsonNode;

/** Reads {@code rate_limit = { messages = 100, burst = 20, bytes = "1MiB/s" }}; what it does not name stays as it was. */
final class RateLimitTable {
    static final String KEY = "rate_limit";
    private static final List<String> KEYS = List.of("messages", "burst", "bytes");

    private RateLimitTable() {}

    /** The limit that the file asks for, or null if it asks for none. */
    static @Nullable RateLimit read(TomlTable table, RateLimit usual) {
        if (table.has(KEY) && !table.has(KEY, JsonNode::isObject)) {
            table.expected(KEY, "a table such as { messages = 100, burst = 20, bytes = \"1MiB/s\" }");
            return null;
        }
        TomlTable limit = table.table(KEY);
        if (limit == null) {
            return null;
        }
        limit.warnOfUnknown(KEYS);
        return new RateLimit(
                whole(limit, "messages", "a whole number of messages per second", usual.messagesPerSecond()),
                whole(limit, "burst", "a whole number of messages at once", usual.burstMessages()),
                bytes(limit, usual.bytesPerSecond()));
    }

    private static int whole(TomlTable limit, String key, String what, int usual) {
        Integer value = PolytorusNodeFile.whole(limit, key, 1, Limits.MAX_RATE_MESSAGES, what);
        return value == null ? usual : value;
    }

    private static int bytes(TomlTable limit, int usual) {
        String key = "bytes";
        String expectation = String.format(
                Locale.ROOT,
                "bytes per second from %d to %d in quotes, such as \"64KiB/s\", \"1MiB/s\" or \"500kB/s\"",
                Limits.MIN_RATE_BYTES,
                Limits.MAX_RATE_BYTES);
        if (!limit.has(key)) {
            return usual;
        }
        String text = limit.text(key, expectation);
        Long value = text == null ? null : Units.bytesPerSecond(text);
        boolean isGood = value != null && value >= Limits.MIN_RATE_BYTES && value <= Limits.MAX_RATE_BYTES;
        if (text != null && !isGood) {
            limit.expected(key, expectation);
        }
        return value != null && isGood ? value.intValue() : usual;
    }
}
