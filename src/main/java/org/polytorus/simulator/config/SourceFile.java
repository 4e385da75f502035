package org.polytorus.simulator.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the text of a configuration file, whatever a user may have named. */
final class SourceFile {
    /** A testnet of a thousand nodes written out takes a tenth of this. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceFile() {}

    /** The text, or null after an error was noted. Only plain files are opened, since others may never end. */
    static @Nullable String read(Path path, String name, Problems problems) {
        return read(path, name, "TOML", MAX_BYTES, problems);
    }

    /** The same for a file of another kind, which may be larger. */
    static @Nullable String read(Path path, String name, String kind, int maxBytes, Problems problems) {
        Place place = Place.ofFile(name);
        try {
            if (Files.isDirectory(path)) {
                problems.error(place, "found a directory, expected a " + kind + " file; name a file in it");
            } else if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                problems.error(place, "there is no such file; check its name and the directory you are in");
            } else if (!Files.isRegularFile(path)) {
                problems.error(place, "found a device, a pipe or a dangling link, expected a plain " + kind + " file");
            } else {
                return decode(bytes(path, maxBytes), name, maxBytes, problems);
            }
        } catch (AccessDeniedException _) {
            problems.error(place, "may not be read by you; change its permissions or take a copy");
        } catch (IOException e) {
            problems.error(place, "cannot be read: " + Texts.excerpt(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static byte[] bytes(Path path, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(maxBytes + 1);
        }
    }

    private static @Nullable String decode(byte[] bytes, String name, int maxBytes, Problems problems) {
        if (bytes.length > maxBytes) {
            problems.error(
                    Place.ofFile(name),
                    "found more than " + (maxBytes >> 20)
                            + " MiB, expected a configuration file, which is far smaller; is it the right file?");
            return null;
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.error(
                    new Place(name, line, ""),
                    "found bytes that are not UTF-8, expected text in UTF-8; save the file in that encoding");
            return null;
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
