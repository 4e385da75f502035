package org.polytorus.simulator.live;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.polytorus.simulator.protocol.DialFailure;

/** What the operating system says about a dial, in the words of the protocol. */
final class DialMapper {
    private DialMapper() {}

    static DialFailure failureOf(Throwable cause) {
        return switch (cause) {
            // Both are ConnectExceptions, so they must be asked for before "refused".
            case ConnectTimeoutException _ -> DialFailure.TIMED_OUT;
            case NoRouteToHostException _ -> DialFailure.UNREACHABLE;
            case ConnectException refused -> ofConnectException(refused);
            default -> DialFailure.UNREACHABLE;
        };
    }

    /** Java has one exception for all; only its text tells a refusal from the rest. */
    private static DialFailure ofConnectException(ConnectException exception) {
        String text = String.valueOf(exception.getMessage());
        if (text.contains("timed out")) {
            return DialFailure.TIMED_OUT;
        }
        return text.contains("unreachable") ? DialFailure.UNREACHABLE : DialFailure.REFUSED;
    }
}
