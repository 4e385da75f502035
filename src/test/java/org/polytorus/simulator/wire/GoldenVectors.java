package org.polytorus.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden file: frames, malformed frames and hash records printed by PolyTorus's own types. */
public final class GoldenVectors {
    private static final String FILE = "/golden/wire-vectors.json";
    private static final JsonNode ROOT = load();

    private GoldenVectors() {}

    /** One part of the file. */
    public static JsonNode section(String name) {
        return ROOT.required(name);
    }

    /** A message with its bytes. */
    public record Vector(String name, String variant, JsonNode fields, String hexFrame) {
        byte[] frame() {
            return HexFormat.of().parseHex(hexFrame);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Every message of the file. */
    public static Stream<Vector> vectors() {
        return section("vectors")
                .valueStream()
                .map(v -> new Vector(
                        v.required("name").asString(),
                        v.required("variant").asString(),
                        v.required("fields"),
                        v.required("hex_frame").asString()));
    }

    private static JsonNode load() {
        try (InputStream in = Objects.requireNonNull(GoldenVectors.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
