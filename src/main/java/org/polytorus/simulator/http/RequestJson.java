package org.polytorus.simulator.http;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object that came with a request, field by field. */
final class RequestJson {
    /** Of what was found no more is told back than this. */
    private static final int MAX_SHOWN = 80;

    private static final int BITS_OF_U64 = 64;

    private final JsonNode object;

    private RequestJson(JsonNode object) {
        this.object = object;
    }

    /** Reads a body. */
    static RequestJson of(byte[] body) throws BadRequest {
        JsonNode read;
        try {
            read = Json.MAPPER.readTree(body);
        } catch (JacksonException unreadable) {
            throw new BadRequest("The body is not JSON: " + unreadable.getOriginalMessage() + ".");
        }
        if (!read.isObject()) {
            throw new BadRequest("The body is one JSON object, such as {\"from\": …}; found "
                    + (read.isMissingNode() ? "nothing" : shown(read.toString())) + ".");
        }
        return new RequestJson(read);
    }

    /** A text that must be there. */
    String text(String field, int maxLength) throws BadRequest {
        JsonNode value = present(field);
        if (!value.isString()
                || value.stringValue().isBlank()
                || value.stringValue().length() > maxLength) {
            throw wrong(field, "a text of 1 to " + maxLength + " characters, not all of them spaces", value);
        }
        return value.stringValue();
    }

    /** A whole number that must be there. */
    int number(String field, int min, int max) throws BadRequest {
        JsonNode value = present(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            throw wrong(field, "a whole number from " + min + " to " + max, value);
        }
        return value.intValue();
    }

    /** Any number of 64 bits without sign, as those bits; null if the field is absent or null. */
    @Nullable
    Long unsigned64(String field) throws BadRequest {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()
                || value.bigIntegerValue().signum() < 0
                || value.bigIntegerValue().bitLength() > BITS_OF_U64) {
            throw wrong(field, "a whole number from 0 to 18446744073709551615", value);
        }
        return value.bigIntegerValue().longValue();
    }

    /** A peer's id that must be there. */
    PeerId peerId(String field) throws BadRequest {
        JsonNode value = present(field);
        if (!value.isString()) {
            throw wrong(field, "a peer's id in quotes", value);
        }
        return peerId("\"" + field + "\"", value.stringValue());
    }

    /** A peer's id that is the last part of a path. */
    static PeerId peerIdInPath(String text) throws BadRequest {
        return peerId("The last part of the path", text);
    }

    private static PeerId peerId(String what, String text) throws BadRequest {
        try {
            return PeerId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw new BadRequest(
                    what + " is a UUID such as 00112233-4455-6677-8899-aabbccddeeff; found " + shown(text) + ".");
        }
    }

    /** What a client sent, short enough to be told back. */
    static String shown(String found) {
        return found.length() <= MAX_SHOWN ? found : found.substring(0, MAX_SHOWN) + "…";
    }

    private JsonNode present(String field) throws BadRequest {
        JsonNode value = object.get(field);
        if (value == null) {
            throw new BadRequest("The field \"" + field + "\" is missing.");
        }
        return value;
    }

    private static BadRequest wrong(String field, String expected, JsonNode found) {
        return new BadRequest("\"" + field + "\" is " + expected + "; found " + shown(found.toString()) + ".");
    }
}
