package org.polytorus.simulator.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.HttpSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client: collects requests within their bounds, answers them one after the other, and ends when the
 * client is too slow. While an answer is under way nothing more is read, so that what waits here is at most what came with
 * one read.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is written last, and every close, ends the connection either way.
final class HttpConnection extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);

    private static final long LINGER_MILLIS = 1_000;

    /** Who answers the requests of a connection. */
    interface Service {
        /** Why a request is refused unread, or null if it may be answered. */
        @Nullable
        Answer refusal(HttpRequest head);

        CompletionStage<Answer> answer(String method, String target, byte[] body);

        /** What a client is told last. */
        void answered(Answer answer);
    }

    /** A request that waits for its answer; one with a refusal has it already. */
    private record Waiting(
            HttpRequest head, byte[] body, @Nullable Answer refusal, boolean isLast) {}

    private final HttpSpec limits;
    private final Service service;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable HttpRequest head;
    private boolean isTooLarge;
    private boolean hasAnswered;
    private boolean isAnswering;
    private boolean isDeaf;
    private @Nullable Future<?> deadline;

    HttpConnection(HttpSpec limits, Service service) {
        this.limits = limits;
        this.service = service;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        startDeadline(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopDeadline();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (isDeaf) {
            return;
        }
        if (part.decoderResult().isFailure()) {
            refuseForGood(context, unreadable(part.decoderResult()));
            return;
        }
        if (part instanceof HttpRequest request) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && !isDeaf) {
            collect(content.content());
            if (part instanceof LastHttpContent && head != null) {
                waiting.add(new Waiting(
                        head, body.toByteArray(), isTooLarge ? tooLarge() : null, !HttpUtil.isKeepAlive(head)));
                head = null;
                body.reset();
                answerNext(context);
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("A connection to an HTTP interface is closed because of a fault in the simulator", cause);
        }
        context.close();
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        head = request;
        isTooLarge = HttpUtil.getContentLength(request, 0L) > limits.maxRequestBytes();
        if (!HttpUtil.is100ContinueExpected(request)) {
            return;
        }
        if (isTooLarge) {
            // The client waits to hear whether it may send its body, and is not to send it now.
            refuseForGood(context, tooLarge());
        } else if (!isAnswering) {
            context.writeAndFlush(new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER));
        }
    }

    /** What is too large is read to its end, since a client that still sends would not see the answer. */
    private void collect(ByteBuf content) {
        if (isTooLarge || body.size() + content.readableBytes() > limits.maxRequestBytes()) {
            isTooLarge = true;
            body.reset();
            return;
        }
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        body.writeBytes(bytes);
    }

    /** Answers in its turn, and hears nothing more from this client. */
    private void refuseForGood(ChannelHandlerContext context, Answer refusal) {
        isDeaf = true;
        HttpRequest about = head == null ? new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/") : head;
        waiting.add(new Waiting(about, new byte[0], refusal, true));
        answerNext(context);
    }

    private void answerNext(ChannelHandlerContext context) {
        if (isAnswering) {
            return;
        }
        Waiting next = waiting.poll();
        context.channel().config().setAutoRead(next == null);
        if (next == null) {
            return;
        }
        isAnswering = true;
        startDeadline(context);
        answer(next).whenComplete((answer, failure) -> {
            if (failure != null) {
                LOG.error(
                        "No answer to {} because of a fault in the simulator",
                        next.head().uri(),
                        failure);
            }
            Answer given = answer != null
                    ? answer
                    : Answer.error(
                            Answer.INTERNAL_ERROR,
                            "The simulator could not answer because of a fault of its own; its log has the reason.");
            context.executor().execute(() -> write(context, given, next.isLast()));
        });
    }

    private CompletionStage<Answer> answer(Waiting request) {
        Answer refusal = request.refusal() != null ? request.refusal() : service.refusal(request.head());
        if (refusal != null) {
            return CompletableFuture.completedStage(refusal);
        }
        try {
            return service.answer(request.head().method().name(), request.head().uri(), request.body());
        } catch (RuntimeException fault) {
            return CompletableFuture.failedStage(fault);
        }
    }

    private void write(ChannelHandlerContext context, Answer answer, boolean isLast) {
        service.answered(answer);
        ChannelFuture written = context.writeAndFlush(response(answer, isLast));
        written.addListener(done -> {
            if (!done.isSuccess()) {
                context.close();
            } else if (isLast) {
                linger(context);
            } else {
                isAnswering = false;
                hasAnswered = true;
                startDeadline(context);
                answerNext(context);
            }
        });
    }

    /** A close while the client still sends would be a reset, at which it might lose the answer: so it closes first. */
    private void linger(ChannelHandlerContext context) {
        isDeaf = true;
        context.channel().config().setAutoRead(true);
        if (context.channel() instanceof DuplexChannel channel) {
            channel.shutdownOutput();
        }
        stopDeadline();
        deadline = context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static FullHttpResponse response(Answer answer, boolean isLast) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("x-content-type-options", "nosniff")
                .set("cross-origin-resource-policy", "same-origin");
        HttpUtil.setContentLength(response, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, !isLast);
        if (answer.allow() != null) {
            response.headers().set(HttpHeaderNames.ALLOW, answer.allow());
        }
        return response;
    }

    /** The client has so long from now on: to send a whole request, or to take an answer. */
    private void startDeadline(ChannelHandlerContext context) {
        stopDeadline();
        deadline = context.executor()
                .schedule(() -> late(context), limits.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void stopDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /** A client that only keeps its connection for later is not told anything: it would take it for an answer. */
    private void late(ChannelHandlerContext context) {
        boolean isSending = head != null || !hasAnswered;
        if (isAnswering || isDeaf || !isSending) {
            context.close();
            return;
        }
        refuseForGood(
                context,
                isTooLarge
                        ? tooLarge()
                        : Answer.error(
                                Answer.REQUEST_TIMEOUT,
                                "A request is to be sent within "
                                        + limits.timeout().toSeconds() + " s."));
    }

    private Answer tooLarge() {
        return Answer.error(
                Answer.CONTENT_TOO_LARGE,
                "The body of a request has at most " + limits.maxRequestBytes()
                        + " bytes here (max_request_size in the node's file).");
    }

    private static Answer unreadable(DecoderResult result) {
        return switch (result.cause()) {
            case TooLongHttpLineException _ ->
                Answer.error(Answer.URI_TOO_LONG, "The first line of the request is too long.");
            case TooLongHttpHeaderException _ ->
                Answer.error(Answer.HEADERS_TOO_LARGE, "The headers of the request are too large.");
            default -> Answer.error(Answer.BAD_REQUEST, "This is no HTTP request that could be read.");
        };
    }
}
