package org.polytorus.simulator.app.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.polytorus.simulator.wire.Frames;

/**
 * What Netty alone does on this machine: one sender and one receiver of length-prefixed frames on one event loop, as the
 * nodes of a testnet have it, but without messages, nodes or links. The measure for everything that our nodes add.
 */
final class BarePair {
    private static final int FRAMES_PER_TURN = 256;
    private static final String LOOP = "bare-loop";

    /** As nodes put small frames together. */
    private static final int BATCH_BYTES = 32 * 1024;

    private final AtomicLong received = new AtomicLong();
    private final boolean batching;

    /** @param batching whether small frames that leave together are put into one buffer, or each is written by itself */
    BarePair(boolean batching) {
        this.batching = batching;
    }

    /** Frames that arrive, of {@code frameBytes} each. */
    Throughput.Rate frames(int frameBytes, Duration duration) {
        EventLoopGroup loop =
                new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(LOOP, true), NioIoHandler.newFactory());
        ChannelGroup receiving = new DefaultChannelGroup(loop.next());
        try {
            Channel server = new ServerBootstrap()
                    .group(loop)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel accepted) {
                            receiving.add(accepted);
                            accepted.pipeline().addLast(cutter(), new Receiver());
                        }
                    })
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .syncUninterruptibly()
                    .channel();
            Channel client = new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .handler(new Sender(
                            frame(frameBytes), batching ? Math.clamp(BATCH_BYTES / frameBytes, 1, FRAMES_PER_TURN) : 1))
                    .connect(server.localAddress())
                    .syncUninterruptibly()
                    .channel();
            Throughput.Rate frames = Throughput.measure(received::get, new LoopCpu(LOOP)::nanos, duration);
            // The loop's own end would not give back the frames that are still on their way, nor half a frame that has
            // come.
            client.close().syncUninterruptibly();
            receiving.close().syncUninterruptibly();
            return frames;
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    private static LengthFieldBasedFrameDecoder cutter() {
        return new LengthFieldBasedFrameDecoder(
                Frames.MAX_PAYLOAD_BYTES, 0, Frames.HEADER_BYTES, 0, Frames.HEADER_BYTES);
    }

    private static ByteBuf frame(int frameBytes) {
        ByteBuf frame = Unpooled.buffer(frameBytes, frameBytes);
        frame.writeInt(frameBytes - Frames.HEADER_BYTES);
        frame.writeZero(frameBytes - Frames.HEADER_BYTES);
        return frame;
    }

    /** Writes as long as the channel takes it, and goes on when it takes more. */
    @SuppressWarnings("FutureReturnValueIgnored") // A frame that cannot be written is one that does not arrive.
    private static final class Sender extends ChannelInboundHandlerAdapter {
        private final ByteBuf frame;
        private final int framesTogether;

        Sender(ByteBuf frame, int framesTogether) {
            this.frame = Unpooled.unreleasableBuffer(frame);
            this.framesTogether = framesTogether;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context);
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            send(context);
        }

        /** At the end of the measurement the frames on their way fail, each with an exception of its own. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
            if (context.channel().isActive()) {
                super.exceptionCaught(context, cause);
            }
        }

        private void send(ChannelHandlerContext context) {
            if (!context.channel().isActive()) {
                return;
            }
            for (int i = 0; i < FRAMES_PER_TURN && context.channel().isWritable(); i += framesTogether) {
                context.write(framesTogether == 1 ? frame.duplicate() : together(context), context.voidPromise());
            }
            context.flush();
            if (context.channel().isWritable()) {
                // In the next turn of the loop, so that the receiver has its turn between.
                context.executor().schedule(() -> send(context), 1, TimeUnit.NANOSECONDS);
            }
        }

        private ByteBuf together(ChannelHandlerContext context) {
            ByteBuf batch = context.alloc().directBuffer(framesTogether * frame.readableBytes());
            for (int i = 0; i < framesTogether; i++) {
                batch.writeBytes(frame, frame.readerIndex(), frame.readableBytes());
            }
            return batch;
        }
    }

    private final class Receiver extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            received.incrementAndGet();
        }
    }
}
