package org.polytorus.simulator.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an MVStore file says of itself in its first two blocks, each a copy of the other. */
final class FileHeader {
    private static final int BYTES = 2 * 4_096;
    private static final Pattern VERSION = Pattern.compile("version:([0-9a-f]{1,15})\\b");

    private FileHeader() {}

    /**
     * The version that the file must hold at least; −1 if it says none. Where the file's end was cut off, MVStore goes back to
     * an older version without a word. A file that cannot be read says none either: MVStore tells why.
     */
    static long version(Path path) {
        long version = -1;
        try (InputStream in = Files.newInputStream(path)) {
            Matcher found = VERSION.matcher(new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1));
            while (found.find()) {
                version = Math.max(version, Long.parseLong(found.group(1), 16));
            }
            return version;
        } catch (IOException noSuchFileOrLocked) {
            return version;
        }
    }
}
