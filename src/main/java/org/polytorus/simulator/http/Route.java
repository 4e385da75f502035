package org.polytorus.simulator.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param path as it is asked for, or, if it ends with a slash, what stands before the argument
 */
record Route(String method, String path, Operation operation) {

    /** Does what is asked for. */
    @FunctionalInterface
    interface Operation {
        /**
         * @param argument the last part of the path, or empty if the path has none
         * @param body the bytes that came with the request
         */
        CompletionStage<Answer> run(String argument, byte[] body) throws BadRequest;
    }

    /** A path that tells something and changes nothing. */
    static Route get(String path, Supplier<Answer> answer) {
        return new Route("GET", path, (argument, body) -> CompletableFuture.completedStage(answer.get()));
    }

    /** What stands in the place of the argument, empty if there is no such place; null if this is another path. */
    @Nullable
    String argumentOf(String asked) {
        if (!path.endsWith("/")) {
            return path.equals(asked) ? "" : null;
        }
        String argument = asked.startsWith(path) ? asked.substring(path.length()) : "";
        return argument.isEmpty() || argument.contains("/") ? null : argument;
    }

    /** As people write it. */
    String describe() {
        return method + " " + path + (path.endsWith("/") ? "{peer_id}" : "");
    }
}
