package org.polytorus.simulator.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.NodeSpec;

/**
 * Opens a node's connections, each answered with exactly one input. What the user did to a link shows here first: a dropped
 * one refuses without the network being asked, a black hole lets the dial hang until its time is over or the hole is gone.
 * Lives on the node's event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The listeners see every outcome.
final class Dialler {
    private final NodeSpec spec;
    private final EventLoop loop;
    private final LinkRegistry registry;
    private final NodeEngine engine;
    /** Dials under way. The node bounds them: it dials an address only once at a time. */
    private final Map<Channel, Endpoint> connecting = new LinkedHashMap<>();

    private final Set<HangingDial> hanging = new LinkedHashSet<>();

    Dialler(NodeSpec spec, EventLoop loop, LinkRegistry registry, NodeEngine engine) {
        this.spec = spec;
        this.loop = loop;
        this.registry = registry;
        this.engine = engine;
    }

    void dial(Endpoint remote) {
        LiveLink link = registry.dialled(spec.name(), remote);
        if (link != null && link.isDropped()) {
            failed(remote, DialFailure.REFUSED);
        } else if (link != null && link.isBlackHole()) {
            new HangingDial(link, remote).begin();
        } else {
            connect(remote, link);
        }
    }

    /** Gives up what is under way; each dial is answered. */
    void cancelAll() {
        List.copyOf(connecting.keySet()).forEach(Channel::close);
        List.copyOf(hanging).forEach(dial -> dial.end(DialFailure.UNREACHABLE));
    }

    /** Whether a dial to that address is under way and not answered yet. */
    boolean isDialling(Endpoint remote) {
        return connecting.containsValue(remote) || hanging.stream().anyMatch(dial -> dial.remote.equals(remote));
    }

    private void connect(Endpoint remote, @Nullable LiveLink link) {
        ChannelFuture connect = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectTimeoutMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Channels.WATER_MARK)
                .handler(new Initializer(remote, link))
                .connect(Channels.toSocketAddress(remote));
        Channel channel = connect.channel();
        connecting.put(channel, remote);
        connect.addListener(done -> {
            connecting.remove(channel);
            if (!done.isSuccess()) {
                failed(remote, DialMapper.failureOf(done.cause()));
            }
        });
    }

    private int connectTimeoutMillis() {
        return (int) Math.min(spec.connectionTimeout().toMillis(), Integer.MAX_VALUE);
    }

    private void failed(Endpoint remote, DialFailure failure) {
        engine.offer(new Input.DialFailed(remote, failure));
    }

    private final class Initializer extends ChannelInitializer<SocketChannel> {
        private final Endpoint remote;
        private final @Nullable LiveLink link;

        Initializer(Endpoint remote, @Nullable LiveLink link) {
            this.remote = remote;
            this.link = link;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            LinkHandler linkHandler = link == null ? null : link.newHandler(spec.name());
            channel.pipeline().addLast(new FrameBatcher()).addLast(NodeConnection.decoder(spec));
            if (linkHandler != null) {
                channel.pipeline().addLast(linkHandler);
            }
            NodeConnection connection = NodeConnection.dialled(engine, channel, remote, link, linkHandler);
            if (!registry.leadsToNode(remote)) {
                channel.pipeline()
                        .addLast(GuestGate.dialling(registry.guests(), spec.name(), connection, remote, link));
            }
            channel.pipeline().addLast(connection);
        }
    }

    /** A dial whose first packet the black hole has swallowed. */
    private final class HangingDial implements Runnable {
        private final LiveLink link;
        private final Endpoint remote;
        private @Nullable Future<?> timeout;

        HangingDial(LiveLink link, Endpoint remote) {
            this.link = link;
            this.remote = remote;
        }

        void begin() {
            hanging.add(this);
            timeout = loop.schedule(
                    () -> end(DialFailure.TIMED_OUT), spec.connectionTimeout().toNanos(), TimeUnit.NANOSECONDS);
            link.onMended(this);
        }

        void end(DialFailure failure) {
            if (forget()) {
                failed(remote, failure);
            }
        }

        /** The link was mended; called from any thread. */
        @Override
        public void run() {
            loop.execute(this::retry);
        }

        private void retry() {
            if (forget()) {
                dial(remote);
            }
        }

        private boolean forget() {
            link.forgetMended(this);
            if (timeout != null) {
                timeout.cancel(false);
            }
            return hanging.remove(this);
        }
    }
}
