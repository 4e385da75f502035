package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Machine;

/** Reads what a node runs on, where it stands: under {@code [defaults]}, {@code [[nodes]]} or {@code [[machines]]}. */
final class MachineKeys {
    private static final String UPLOAD = "upload";
    private static final String DOWNLOAD = "download";
    private static final String VERIFICATION = "verification";
    private static final String PER_MEGABYTE = "verification_per_megabyte";
    /** What a file says for a line without a limit where others have one. */
    private static final String NO_LIMIT = "off";

    static final List<String> KEYS = List.of(UPLOAD, DOWNLOAD, VERIFICATION, PER_MEGABYTE);

    private MachineKeys() {}

    /** What the table says; what it does not name stays as it was. */
    static Machine read(TomlTable table, Machine usual) {
        Duration perBlock = time(table, VERIFICATION);
        Duration perMegabyte = time(table, PER_MEGABYTE);
        return new Machine(
                rate(table, UPLOAD, usual.upload()),
                rate(table, DOWNLOAD, usual.download()),
                perBlock == null ? usual.perBlock() : perBlock,
                perMegabyte == null ? usual.perMegabyte() : perMegabyte);
    }

    /** Writes what one machine has that the usual one does not. */
    static void write(TomlText toml, Machine machine, Machine usual) {
        putRate(toml, UPLOAD, machine.upload(), usual.upload());
        putRate(toml, DOWNLOAD, machine.download(), usual.download());
        putTime(toml, VERIFICATION, machine.perBlock(), usual.perBlock());
        putTime(toml, PER_MEGABYTE, machine.perMegabyte(), usual.perMegabyte());
    }

    private static @Nullable Bandwidth rate(TomlTable table, String key, @Nullable Bandwidth usual) {
        if (table.has(key, value -> value.isString() && value.stringValue().equals(NO_LIMIT))) {
            return null;
        }
        Bandwidth rate = LinkFileConditions.bandwidthOf(table, key);
        return rate == null ? usual : rate;
    }

    private static @Nullable Duration time(TomlTable table, String key) {
        return table.duration(key, Duration.ZERO, Limits.MAX_VERIFICATION);
    }

    private static void putRate(TomlText toml, String key, @Nullable Bandwidth own, @Nullable Bandwidth usual) {
        if (!Objects.equals(own, usual)) {
            toml.put(key, TomlText.quoted(own == null ? NO_LIMIT : own.bitsPerSecond() + "bit/s"));
        }
    }

    private static void putTime(TomlText toml, String key, Duration own, Duration usual) {
        if (!own.equals(usual)) {
            toml.put(key, TomlText.quoted(Units.text(own)));
        }
    }
}
