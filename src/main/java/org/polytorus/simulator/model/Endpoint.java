package org.polytorus.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * An IP address and a port, as Rust's SocketAddr writes them: {@code 127.0.0.1:8001} or {@code [::1]:8001}.
 *
 * @param address the address
 * @param port 0 to 65,535
 */
public record Endpoint(IpAddress address, int port) implements Comparable<Endpoint> {
    public static final int MAX_PORT = 65_535;

    public Endpoint {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("A port is between 0 and 65535; found " + port);
        }
    }

    /** The loopback address 127.0.0.1 with a port. */
    public static Endpoint loopback(int port) {
        return new Endpoint(IpAddress.LOOPBACK_V4, port);
    }

    /** Reads {@code 1.2.3.4:5} or {@code [v6]:5}; host names are not resolved. Null if the text is neither. */
    public static @Nullable Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            return null;
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        IpAddress address =
                bracketed ? IpAddress.parseV6(host.substring(1, host.length() - 1)) : IpAddress.parseV4(host);
        return address == null || port > MAX_PORT ? null : new Endpoint(address, port);
    }

    @Override
    public int compareTo(Endpoint other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return (address.isV6() ? "[" + address + "]:" : address + ":") + port;
    }
}
