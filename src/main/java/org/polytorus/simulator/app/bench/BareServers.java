package org.polytorus.simulator.app.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.polytorus.simulator.wire.Frames;

/**
 * As many listeners and connections as a testnet has, on one event loop like it, with a greeting in a length-prefixed frame
 * each way, and nothing else: the measure for what nodes cost.
 */
final class BareServers {
    private static final String LOOP = "bare-servers";
    private static final int GREETING_BYTES = 64;
    private static final int BACKLOG = 1_024;
    private static final long PATIENCE_SECONDS = 60;

    /** Each of {@code size} servers dials the next {@code dials} in a circle. */
    Footprint measure(int size, int dials) {
        long heapBefore = Footprint.heapAfterGc();
        long start = System.nanoTime();
        long startCpu = LoopCpu.nanosWith(LOOP);
        CountDownLatch greetings = new CountDownLatch(2 * size * dials);
        EventLoopGroup loop =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(LOOP, true), NioIoHandler.newFactory());
        try {
            List<Channel> servers = IntStream.range(0, size).mapToObj(_ -> listen(loop, greetings)).toList().stream()
                    .map(bind -> bind.syncUninterruptibly().channel())
                    .toList();
            IntStream.range(0, size)
                    .forEach(i -> IntStream.rangeClosed(1, dials)
                            .mapToObj(step -> servers.get((i + step) % size))
                            .forEach(server -> dial(loop, server, greetings)));
            await(greetings);
            long nanos = System.nanoTime() - start;
            long cpuNanos = LoopCpu.nanosWith(LOOP) - startCpu;
            return new Footprint(nanos, cpuNanos, Footprint.heapAfterGc() - heapBefore);
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    private static ChannelFuture listen(EventLoopGroup loop, CountDownLatch greetings) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childHandler(new Pipeline(greetings))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A dial that fails shows as a greeting that never comes.
    private static void dial(EventLoopGroup loop, Channel server, CountDownLatch greetings) {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new Pipeline(greetings))
                .connect(server.localAddress());
    }

    private static void await(CountDownLatch greetings) {
        try {
            if (!greetings.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The bare servers of the measurement were not all connected within "
                        + PATIENCE_SECONDS + " s; " + greetings.getCount() + " greetings are missing");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted", interrupted);
        }
    }

    private static final class Pipeline extends ChannelInitializer<Channel> {
        private final CountDownLatch greetings;

        Pipeline(CountDownLatch greetings) {
            this.greetings = greetings;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast(
                            new LengthFieldBasedFrameDecoder(
                                    Frames.MAX_PAYLOAD_BYTES, 0, Frames.HEADER_BYTES, 0, Frames.HEADER_BYTES),
                            new Greeter(greetings));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A greeting that cannot be written is one that does not arrive.
    private static final class Greeter extends SimpleChannelInboundHandler<ByteBuf> {
        private final CountDownLatch greetings;

        Greeter(CountDownLatch greetings) {
            this.greetings = greetings;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ByteBuf greeting = context.alloc().buffer(GREETING_BYTES);
            greeting.writeInt(GREETING_BYTES - Frames.HEADER_BYTES);
            greeting.writeZero(GREETING_BYTES - Frames.HEADER_BYTES);
            context.writeAndFlush(greeting);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf greeting) {
            greetings.countDown();
        }
    }
}
