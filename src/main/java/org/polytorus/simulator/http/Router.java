package org.polytorus.simulator.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Finds who answers a request, and says what is there where nobody does. */
final class Router {
    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * Answers a request.
     *
     * @param target the path as the request has it; what follows a question mark changes nothing
     */
    CompletionStage<Answer> answer(String method, String target, byte[] body) {
        try {
            return find(method, path(target), body);
        } catch (BadRequest wrong) {
            return CompletableFuture.completedStage(wrong.answer());
        }
    }

    private CompletionStage<Answer> find(String method, String path, byte[] body) throws BadRequest {
        // Who may get something may also ask for its head alone; the codec leaves the body out.
        String meant = method.equals("HEAD") ? "GET" : method;
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            String argument = route.argumentOf(path);
            if (argument != null && route.method().equals(meant)) {
                return route.operation().run(argument, body);
            }
            if (argument != null) {
                allowed.add(route.method());
            }
        }
        return CompletableFuture.completedStage(allowed.isEmpty() ? unknown(path) : notAllowed(method, path, allowed));
    }

    private Answer unknown(String path) {
        String known = routes.stream().map(Route::describe).collect(Collectors.joining(", "));
        return Answer.error(
                Answer.NOT_FOUND, "There is no path " + RequestJson.shown(path) + " here. There are " + known + ".");
    }

    private static Answer notAllowed(String method, String path, List<String> allowed) {
        String list = String.join(", ", allowed) + (allowed.contains("GET") ? ", HEAD" : "");
        return Answer.methodNotAllowed(path + " answers " + list + "; found " + RequestJson.shown(method) + ".", list);
    }

    private static String path(String target) throws BadRequest {
        if (!target.startsWith("/")) {
            throw new BadRequest("A request names a path that begins with /; found " + RequestJson.shown(target) + ".");
        }
        try {
            return new QueryStringDecoder(target).path();
        } catch (IllegalArgumentException undecodable) {
            throw new BadRequest("The path " + RequestJson.shown(target) + " has a % that no two hex digits follow.");
        }
    }
}
