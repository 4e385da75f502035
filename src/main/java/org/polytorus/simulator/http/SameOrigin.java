package org.polytorus.simulator.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;

/**
 * Keeps web pages of other sites out. A page whose own name was made to lead to this machine sends that name as its host;
 * a page that asks across sites sends its origin. Neither is one of the names that this interface goes by, which are the
 * address at which the request came in and those of this machine itself.
 */
final class SameOrigin {
    private static final int USUAL_PORT = 80;
    private static final String SCHEME = "http://";

    private SameOrigin() {}

    /**
     * Why a request is refused, or null if it may be answered.
     *
     * @param local where it came in
     */
    static @Nullable Answer refusal(HttpHeaders headers, Endpoint local) {
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.size() != 1) {
            return Answer.error(
                    Answer.BAD_REQUEST, "A request has one Host header; found " + hosts.size() + " of them.");
        }
        if (!isOurs(hosts.getFirst(), local)) {
            return Answer.error(
                    Answer.FORBIDDEN,
                    "This is " + local + " or localhost:" + local.port() + "; found the Host header "
                            + RequestJson.shown(hosts.getFirst()) + ". Requests under other names are refused, since a"
                            + " web page could have sent them.");
        }
        for (String origin : headers.getAll(HttpHeaderNames.ORIGIN)) {
            if (!origin.startsWith(SCHEME) || !isOurs(origin.substring(SCHEME.length()), local)) {
                return Answer.error(
                        Answer.FORBIDDEN,
                        "Web pages of other sites may not use this interface; found the Origin header "
                                + RequestJson.shown(origin) + ".");
            }
        }
        return null;
    }

    private static boolean isOurs(String authority, Endpoint local) {
        String host = authority.toLowerCase(Locale.ROOT);
        boolean hasPort = host.lastIndexOf(':') > host.lastIndexOf(']');
        if (!hasPort && local.port() == USUAL_PORT) {
            host += ":" + USUAL_PORT;
        }
        if (host.equals("localhost:" + local.port())) {
            return true;
        }
        Endpoint named = Endpoint.parse(host);
        return named != null
                && named.port() == local.port()
                && (named.address().isLoopback() || named.address().equals(local.address()));
    }
}
