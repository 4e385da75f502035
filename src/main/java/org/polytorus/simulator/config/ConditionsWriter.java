package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Slicing;

/** Writes the conditions of a link as {@link LinkFileConditions} reads them. */
final class ConditionsWriter {
    private final TomlText toml;
    private final LinkConditions there;
    private final LinkConditions back;

    private ConditionsWriter(TomlText toml, LinkConditions there, LinkConditions back) {
        this.toml = toml;
        this.there = there;
        this.back = back;
    }

    /** Both directions, into the latest table. */
    static void write(TomlText toml, LinkConditions there, LinkConditions back) {
        ConditionsWriter writer = new ConditionsWriter(toml, there, back);
        writer.put("latency", asked -> time(asked.latency()));
        writer.put("jitter", asked -> time(asked.jitter().spread()));
        writer.put("jitter_shape", asked -> shape(asked.jitter()));
        writer.put("loss", asked -> share(asked.loss()));
        writer.put("duplication", asked -> share(asked.duplication()));
        writer.put("reordering", asked -> share(asked.reordering().probability()));
        writer.put("held_back", ConditionsWriter::heldBack);
        writer.put("corruption", asked -> share(asked.corruption()));
        writer.put("bandwidth", ConditionsWriter::bandwidth);
        writer.put("queue", asked -> asked.queueBytes() == 0 ? null : Integer.toString(asked.queueBytes()));
        writer.put("slice", asked -> slice(asked.slicing()));
        writer.put("slice_pause", asked -> slicePause(asked.slicing()));
        writer.put("close_delay", asked -> time(asked.closeDelay()));
        writer.put("black_hole", asked -> asked.blackHole() ? "true" : null);
    }

    private void put(String key, Function<LinkConditions, @Nullable String> value) {
        String one = value.apply(there);
        String other = value.apply(back);
        if (Objects.equals(one, other)) {
            toml.put(key, one);
        } else {
            String both = one == null || other == null ? "" : ", ";
            toml.put(
                    key,
                    "{ " + (one == null ? "" : "there = " + one) + both + (other == null ? "" : "back = " + other)
                            + " }");
        }
    }

    private static @Nullable String time(Duration time) {
        return time.isZero() ? null : TomlText.quoted(Units.text(time));
    }

    private static @Nullable String share(double share) {
        return share == 0 ? null : Double.toString(share);
    }

    private static @Nullable String shape(Jitter jitter) {
        return jitter.shape() == Jitter.NONE.shape()
                ? null
                : TomlText.quoted(jitter.shape().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String heldBack(LinkConditions asked) {
        Duration usual = LinkConditions.NONE.reordering().heldBack();
        Duration heldBack = asked.reordering().heldBack();
        return heldBack.equals(usual) ? null : time(heldBack);
    }

    private static @Nullable String bandwidth(LinkConditions asked) {
        var bandwidth = asked.bandwidth();
        return bandwidth == null ? null : TomlText.quoted(bandwidth.bitsPerSecond() + "bit/s");
    }

    private static @Nullable String slice(@Nullable Slicing slicing) {
        return slicing == null ? null : Integer.toString(slicing.pieceBytes());
    }

    private static @Nullable String slicePause(@Nullable Slicing slicing) {
        return slicing == null ? null : time(slicing.pause());
    }
}
