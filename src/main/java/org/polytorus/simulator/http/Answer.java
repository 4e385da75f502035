package org.polytorus.simulator.http;

import org.jspecify.annotations.Nullable;

/**
 * What a client gets.
 *
 * @param allow the methods that the path has, where another one was asked for
 */
record Answer(
        int status,
        String contentType,
        String body,
        @Nullable String allow) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int REQUEST_TIMEOUT = 408;
    static final int CONFLICT = 409;
    static final int CONTENT_TOO_LARGE = 413;
    static final int URI_TOO_LONG = 414;
    static final int HEADERS_TOO_LARGE = 431;
    static final int INTERNAL_ERROR = 500;
    static final int UNAVAILABLE = 503;

    private static final String JSON = "application/json";

    private record ErrorFields(String error, int status) {}

    /** The fields of a record. */
    static Answer json(Record fields) {
        return new Answer(OK, JSON, Json.MAPPER.writeValueAsString(fields), null);
    }

    static Answer text(String contentType, String body) {
        return new Answer(OK, contentType, body, null);
    }

    static Answer error(int status, String why) {
        return new Answer(status, JSON, Json.MAPPER.writeValueAsString(new ErrorFields(why, status)), null);
    }

    static Answer methodNotAllowed(String why, String allow) {
        return new Answer(METHOD_NOT_ALLOWED, JSON, error(METHOD_NOT_ALLOWED, why).body, allow);
    }

    boolean isError() {
        return status >= BAD_REQUEST;
    }
}
