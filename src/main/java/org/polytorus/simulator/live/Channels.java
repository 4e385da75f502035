package org.polytorus.simulator.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;

/** Small things that every channel of a testnet needs. */
@SuppressWarnings("FutureReturnValueIgnored") // A close cannot fail in a way that anybody could act on.
final class Channels {
    /** From 4 MiB of unsent bytes on a node is told to hold back, until 2 MiB are left. */
    static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(2 * 1024 * 1024, 4 * 1024 * 1024);

    private Channels() {}

    /** Closes with a reset, so that the other side's reads and writes fail at once and nothing more is sent. */
    static void reset(Channel channel) {
        if (channel.isActive()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        channel.close();
    }

    static InetSocketAddress toSocketAddress(Endpoint endpoint) {
        IpAddress address = endpoint.address();
        byte[] bytes = address.isV6()
                ? ByteBuffer.allocate(16)
                        .putLong(address.high())
                        .putLong(address.low())
                        .array()
                : ByteBuffer.allocate(4).putInt((int) address.low()).array();
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), endpoint.port());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are always an address", impossible);
        }
    }

    static Endpoint toEndpoint(SocketAddress socketAddress) {
        if (!(socketAddress instanceof InetSocketAddress inet)) {
            throw new IllegalArgumentException("not an internet address: " + socketAddress);
        }
        ByteBuffer bytes = ByteBuffer.wrap(inet.getAddress().getAddress());
        IpAddress address =
                bytes.remaining() == 4 ? IpAddress.v4(bytes.getInt()) : IpAddress.v6(bytes.getLong(), bytes.getLong());
        return new Endpoint(address, inet.getPort());
    }
}
