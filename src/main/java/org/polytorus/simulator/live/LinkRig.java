package org.polytorus.simulator.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.wire.Frames;

/**
 * One connection over real sockets with the handlers that connections of a testnet have, on one event loop like theirs, but
 * without nodes: on it one measures what a link does to messages, and what it costs. {@link Direction#A_TO_B} is the way from
 * the end that dialled. For one measuring thread.
 */
public final class LinkRig implements AutoCloseable {
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final long SEED = 4711;
    private static final long NOT_MEASURED = -1;
    private static final long PATIENCE_SECONDS = 90;
    private static final long SHUTDOWN_SECONDS = 5;

    private final LoopThreads threads = new LoopThreads();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    private final EpochClock clock = new EpochClock();
    private final @Nullable LiveLink link;
    private final RigEnd dialled;
    private final RigEnd accepted = new RigEnd(null);

    /** @param withLink whether the connection belongs to a link, as between nodes, or has no handler for one at all */
    public LinkRig(boolean withLink, RigGround ground) {
        link = withLink ? new LiveLink(LinkId.of(A, B), SEED, new FlightLog(), clock) : null;
        LinkHandler handler = link == null ? null : link.newHandler(A);
        dialled = new RigEnd(handler);
        try {
            Channel listener =
                    ground.listening(() -> listen(ground)).syncUninterruptibly().channel();
            ground.dialling(() -> dial(listener.localAddress(), handler)).syncUninterruptibly();
            await(CompletableFuture.allOf(dialled.active(), accepted.active()));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private ChannelFuture listen(RigGround ground) {
        return new ServerBootstrap()
                .group(loop, loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new FrameBatcher(), new FrameDecoder(Frames.MAX_PAYLOAD_BYTES), accepted);
                    }
                })
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Channels.WATER_MARK)
                .bind(ground.address());
    }

    private ChannelFuture dial(SocketAddress remote, @Nullable LinkHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new FrameBatcher(), new FrameDecoder(Frames.MAX_PAYLOAD_BYTES));
                        if (handler != null) {
                            channel.pipeline().addLast(handler);
                        }
                        channel.pipeline().addLast(dialled);
                    }
                })
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, Channels.WATER_MARK)
                .connect(remote);
    }

    /** Brings conditions into force. Only with a link. */
    public void ask(Direction direction, LinkConditions conditions) {
        await(requireLink().setConditions(direction, conditions));
    }

    /** What the program would show of a direction now. Only with a link. */
    public DirectionSnapshot shown(Direction direction) {
        LiveLink shown = requireLink();
        return shown.counters(direction).snapshot(shown.conditions(direction), NOT_MEASURED, clock.epochNanos());
    }

    /**
     * Sends small messages one by one; answers with how long each was on the way, in nanoseconds, from being handed to the
     * connection to being read. None may be lost.
     *
     * @param gapNanos how long to wait before the next
     */
    public long[] delays(Direction direction, int messages, LongSupplier gapNanos) {
        RigEnd sender = sender(direction);
        Arrivals arrivals = new Arrivals(messages);
        receiver(direction).tell(arrivals);
        long nextNanos = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            nextNanos += gapNanos.getAsLong();
            for (long wait = nextNanos - System.nanoTime(); wait > 0; wait = nextNanos - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            int number = i;
            loop.execute(() -> {
                arrivals.leaves(number);
                sender.send(Arrivals.frame(number));
                sender.flush();
            });
        }
        return await(arrivals.delays());
    }

    /** Sends messages of so many bytes, each as soon as the connection takes it; completes when the last was handed over. */
    public CompletableFuture<Void> send(Direction direction, long messages, int frameBytes) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        loop.execute(() -> sender(direction).stream(messages, frameBytes, end));
        return end;
    }

    /** How many messages have been read at the end of this direction. */
    public long received(Direction direction) {
        return receiver(direction).received();
    }

    /** Their bytes, with length prefixes. */
    public long receivedBytes(Direction direction) {
        return receiver(direction).receivedBytes();
    }

    @Override
    public void close() {
        // The loop's own end would not give back the messages that are still on their way.
        dialled.close();
        accepted.close();
        loop.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        threads.join();
    }

    private RigEnd sender(Direction direction) {
        return direction == Direction.A_TO_B ? dialled : accepted;
    }

    private RigEnd receiver(Direction direction) {
        return sender(direction.opposite());
    }

    private LiveLink requireLink() {
        if (link == null) {
            throw new IllegalStateException("this connection was made without a link");
        }
        return link;
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
