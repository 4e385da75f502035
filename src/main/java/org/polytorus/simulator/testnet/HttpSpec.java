package org.polytorus.simulator.testnet;

import java.time.Duration;
import org.polytorus.simulator.model.Endpoint;

/**
 * The HTTP interface of a node, with PolyTorus's limits as the usual ones.
 *
 * @param address where it listens; port 0 takes a free one
 * @param maxRequestBytes the largest body of a request
 * @param timeout how long a client may take to send a request, and to take an answer
 */
public record HttpSpec(Endpoint address, int maxRequestBytes, Duration timeout) {
    public static final int USUAL_MAX_REQUEST_BYTES = 1_048_576;
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    /** An interface with the usual limits. */
    public static HttpSpec at(Endpoint address) {
        return new HttpSpec(address, USUAL_MAX_REQUEST_BYTES, USUAL_TIMEOUT);
    }
}
