package org.polytorus.simulator.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;

/** Our addresses in the JDK's words and back. */
final class SocketAddresses {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private SocketAddresses() {}

    static InetSocketAddress of(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        ByteBuffer bytes = address.isV6()
                ? ByteBuffer.allocate(V6_BYTES).putLong(address.high()).putLong(address.low())
                : ByteBuffer.allocate(V4_BYTES).putInt((int) address.low());
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes.array()), endpoint.port());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are always an address", impossible);
        }
    }

    static Endpoint endpoint(SocketAddress socketAddress) {
        if (!(socketAddress instanceof InetSocketAddress inet)) {
            throw new IllegalArgumentException("not an internet address: " + socketAddress);
        }
        ByteBuffer bytes = ByteBuffer.wrap(inet.getAddress().getAddress());
        IpAddress address = bytes.remaining() == V4_BYTES
                ? IpAddress.v4(bytes.getInt())
                : IpAddress.v6(bytes.getLong(), bytes.getLong());
        return new Endpoint(address, inet.getPort());
    }
}
