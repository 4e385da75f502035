package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import tools.jackson.databind.JsonNode;

/** Reads the conditions of a link: each for both directions, or as {@code { there = …, back = … }}. */
final class LinkFileConditions {
    static final List<String> KEYS = List.of(
            "latency",
            "jitter",
            "jitter_shape",
            "loss",
            "duplication",
            "reordering",
            "held_back",
            "corruption",
            "bandwidth",
            "queue",
            "slice",
            "slice_pause",
            "close_delay",
            "black_hole");
    private static final List<String> DIRECTIONS = List.of("there", "back");
    private static final String SHARE_EXPECTATION = "a share from 0 to 1, such as 0.01, or in quotes \"1%\"";
    private static final String SHAPE_EXPECTATION = "\"uniform\" or \"normal\"";
    private static final int MAX_QUEUE_BYTES = 1 << 30;
    private static final int MAX_SLICE_BYTES = 1 << 20;
    private static final String BANDWIDTH_EXPECTATION =
            "a bandwidth in quotes, such as \"512kbit/s\", \"10Mbit/s\" or \"1MB/s\"";

    /** The two directions, as far as they could be read. */
    record Both(LinkConditions there, LinkConditions back) {}

    private LinkFileConditions() {}

    static Both read(TomlTable link) {
        for (String key : KEYS) {
            TomlTable directions = link.has(key, JsonNode::isObject) ? link.table(key) : null;
            if (directions != null) {
                directions.warnOfUnknown(DIRECTIONS);
            }
        }
        return new Both(direction(link, "there"), direction(link, "back"));
    }

    private static LinkConditions direction(TomlTable link, String direction) {
        Duration latency = duration(link, "latency", direction, LinkConditions.MAX_LATENCY);
        Duration jitter = duration(link, "jitter", direction, LinkConditions.MAX_LATENCY);
        if (jitter.compareTo(latency) > 0) {
            Source source = source(link, "jitter", direction);
            source.table()
                    .expected(
                            source.key(),
                            "at most the latency, which is " + Units.text(latency)
                                    + ", since nothing arrives before it was sent");
            jitter = latency;
        }
        return LinkConditions.NONE
                .but()
                .latency(latency)
                .jitter(new Jitter(jitter, shape(link, direction)))
                .loss(share(link, "loss", direction))
                .duplication(share(link, "duplication", direction))
                .reordering(new Reordering(share(link, "reordering", direction), heldBack(link, direction)))
                .corruption(share(link, "corruption", direction))
                .bandwidth(bandwidth(link, direction))
                .queueBytes(bytes(link, "queue", direction, MAX_QUEUE_BYTES))
                .slicing(slicing(link, direction))
                .closeDelay(duration(link, "close_delay", direction, LinkConditions.MAX_LATENCY))
                .blackHole(blackHole(link, direction))
                .build();
    }

    /** The table and the key under which a condition of one direction stands. */
    private record Source(TomlTable table, String key) {}

    private static Source source(TomlTable link, String key, String direction) {
        TomlTable directions = link.has(key, JsonNode::isObject) ? link.table(key) : null;
        return directions == null ? new Source(link, key) : new Source(directions, direction);
    }

    private static Duration duration(TomlTable link, String key, String direction, Duration max) {
        Source source = source(link, key, direction);
        Duration value = source.table().duration(source.key(), Duration.ZERO, max);
        return value == null ? Duration.ZERO : value;
    }

    private static Jitter.Shape shape(TomlTable link, String direction) {
        Source source = source(link, "jitter_shape", direction);
        return jitterShape(source.table(), source.key());
    }

    /** Uniform where it is absent. */
    static Jitter.Shape jitterShape(TomlTable table, String key) {
        String text = table.text(key, SHAPE_EXPECTATION);
        for (Jitter.Shape shape : Jitter.Shape.values()) {
            if (shape.name().equalsIgnoreCase(text)) {
                return shape;
            }
        }
        if (text != null) {
            table.expected(key, SHAPE_EXPECTATION);
        }
        return Jitter.Shape.UNIFORM;
    }

    private static Duration heldBack(TomlTable link, String direction) {
        Source source = source(link, "held_back", direction);
        Duration value = source.table().duration(source.key(), Duration.ofMillis(1), LinkConditions.MAX_LATENCY);
        return value == null ? Reordering.USUAL_HELD_BACK : value;
    }

    /** Null without a {@code slice}; a pause without it is a slip. */
    private static @Nullable Slicing slicing(TomlTable link, String direction) {
        int piece = bytes(link, "slice", direction, MAX_SLICE_BYTES);
        Source pause = source(link, "slice_pause", direction);
        if (piece == 0) {
            if (pause.table().has(pause.key()) && pause.table().isComplete()) {
                pause.table()
                        .error(pause.key(), "found a pause between pieces, expected slice = 100 (bytes) beside it");
            }
            return null;
        }
        return new Slicing(piece, duration(link, "slice_pause", direction, Slicing.MAX_PAUSE));
    }

    /** 0 where the file does not have it. */
    private static int bytes(TomlTable link, String key, String direction, int max) {
        Source source = source(link, key, direction);
        Long value = source.table().wholeNumber(source.key(), 1, max, "a whole number of bytes");
        return value == null ? 0 : value.intValue();
    }

    private static double share(TomlTable link, String key, String direction) {
        Source source = source(link, key, direction);
        return share(source.table(), source.key());
    }

    /** A share of one, as a number or in percent; 0 where it is absent. */
    static double share(TomlTable table, String key) {
        if (!table.has(key)) {
            return 0;
        }
        Double share = table.number(key);
        if (share == null && table.has(key, JsonNode::isString)) {
            String text = table.text(key, SHARE_EXPECTATION);
            share = text == null ? null : Units.percent(text);
        }
        if (share == null || !(share >= 0 && share <= 1)) {
            table.expected(key, SHARE_EXPECTATION);
            return 0;
        }
        return share;
    }

    /** Null for no limit. */
    static @Nullable Bandwidth bandwidthOf(TomlTable table, String key) {
        String text = table.text(key, BANDWIDTH_EXPECTATION);
        Bandwidth bandwidth = text == null ? null : Units.bandwidth(text);
        if (text != null && bandwidth == null) {
            table.expected(key, BANDWIDTH_EXPECTATION);
        }
        return bandwidth;
    }

    private static @Nullable Bandwidth bandwidth(TomlTable link, String direction) {
        Source source = source(link, "bandwidth", direction);
        return bandwidthOf(source.table(), source.key());
    }

    private static boolean blackHole(TomlTable link, String direction) {
        Source source = source(link, "black_hole", direction);
        return Boolean.TRUE.equals(source.table().bool(source.key()));
    }
}
