package org.polytorus.simulator.live;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.BindException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.testnet.NodeSpec;

/**
 * A node's open port. It is bound before anybody is accepted, so that all ports are known before the first node dials; a port
 * that was free the first time is asked for again later, since others know it by then.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The listeners see every outcome that matters.
final class Listener {
    private static final int BACKLOG = 1_024;
    private static final int REOPEN_TRIES = 20;
    private static final long REOPEN_GAP_MILLIS = 10;

    private final NodeSpec spec;
    private final EventLoop loop;
    private volatile Endpoint address;
    private volatile boolean wasOpen;
    private @Nullable Channel channel;
    private @Nullable Consumer<SocketChannel> acceptor;
    private @Nullable Consumer<Throwable> acceptFailure;

    Listener(NodeSpec spec, EventLoop loop) {
        this.spec = spec;
        this.loop = loop;
        address = spec.listen();
    }

    NodeSpec spec() {
        return spec;
    }

    EventLoop loop() {
        return loop;
    }

    /** Where it listens, or will: with the port that it really got. */
    Endpoint address() {
        return address;
    }

    /** Binds the port. Completes on the node's loop, with an empty text or with the problem and its remedy. */
    CompletableFuture<String> open() {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        // A selector gives a closed port back only in its next round, so our own old port may need a moment.
        bind(outcome, wasOpen ? REOPEN_TRIES : 1);
        return outcome;
    }

    private void bind(CompletableFuture<String> outcome, int tries) {
        ChannelFuture bind = new ServerBootstrap()
                .group(loop, loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .handler(new AcceptFailures())
                .childHandler(new Accepting())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Channels.WATER_MARK)
                .bind(Channels.toSocketAddress(address));
        bind.addListener(done -> {
            if (done.isSuccess()) {
                channel = bind.channel();
                address = Channels.toEndpoint(bind.channel().localAddress());
                wasOpen = true;
                outcome.complete("");
            } else if (tries > 1 && done.cause() instanceof BindException) {
                loop.schedule(() -> bind(outcome, tries - 1), REOPEN_GAP_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                outcome.complete(ListenProblems.describe(spec.name(), address, done.cause()));
            }
        });
    }

    /** Lets connections in, on the loop. */
    void accept(Consumer<SocketChannel> onAccepted, Consumer<Throwable> onFailure) {
        acceptor = onAccepted;
        acceptFailure = onFailure;
        if (channel != null) {
            channel.config().setAutoRead(true);
        }
    }

    /** Closes the port, on the loop. */
    void close() {
        acceptor = null;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private final class Accepting extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel accepted) {
            if (acceptor == null) {
                Channels.reset(accepted);
            } else {
                acceptor.accept(accepted);
            }
        }
    }

    /** Netty pauses a listener that cannot accept for a second and tries again; here it is told to people. */
    private final class AcceptFailures extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (acceptFailure != null) {
                acceptFailure.accept(cause);
            }
            context.fireExceptionCaught(cause);
        }
    }
}
