package org.polytorus.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.Testnet;

/** The HTTP interface of one node: open while the node runs. All but the volatile fields belongs to the event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // The listeners see every outcome that matters.
final class NodeInterface {
    /** Connections that are answered at the same time. */
    static final int MAX_CONNECTIONS = 64;

    /** Connections beyond those that are told so; further ones are closed without a word. */
    private static final int MAX_REFUSED_CONNECTIONS = 64;

    private static final int BACKLOG = 128;
    /** Our own old port may need a moment until the selector has given it back. */
    private static final int QUIET_FAILURES = 10;

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final NodeName name;
    private final HttpSpec spec;
    private final EventLoop loop;
    private final ChannelGroup connections;
    private final Router router;
    private final Tally tally = new Tally();
    private volatile Endpoint address;
    private volatile String problem = "";
    private @Nullable Channel server;
    private boolean isOpening;
    private boolean wasOpen;
    private int failures;
    private long retryAtNanos;

    NodeInterface(Testnet testnet, NodeName name, HttpSpec spec, EventLoop loop) {
        this.name = name;
        this.spec = spec;
        this.loop = loop;
        address = spec.address();
        connections = new DefaultChannelGroup(loop);
        router = new Router(routes(new NodeAccess(testnet, name)));
    }

    NodeName name() {
        return name;
    }

    /** Where it listens, or will: with the port that it really got. */
    Endpoint address() {
        return address;
    }

    /** Why it does not listen though its node runs, and what to do; else empty. */
    String problem() {
        return problem;
    }

    /** Opens or closes the interface as its node does; completes when that is done or has failed for now. */
    CompletableFuture<Void> follow(boolean nodeRuns) {
        if (!nodeRuns) {
            close();
        } else if (server == null && !isOpening && System.nanoTime() - retryAtNanos >= 0) {
            return open();
        }
        return CompletableFuture.completedFuture(null);
    }

    private List<Route> routes(NodeAccess access) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new StatusPaths(access, tally).routes());
        routes.addAll(new TransactionPaths(access, tally).routes());
        routes.addAll(new NetworkPaths(access).routes());
        routes.addAll(new BlacklistPaths(access).routes());
        routes.add(Route.get("/metrics", () -> MetricsText.of(access.picture())));
        return routes;
    }

    private CompletableFuture<Void> open() {
        CompletableFuture<Void> tried = new CompletableFuture<>();
        isOpening = true;
        ChannelFuture bind = new ServerBootstrap()
                .group(loop, loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new Accepting())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .bind(SocketAddresses.of(address));
        bind.addListener(done -> {
            isOpening = false;
            if (done.isSuccess()) {
                opened(bind.channel());
            } else {
                failed(done.cause());
            }
            tried.complete(null);
        });
        return tried;
    }

    private void opened(Channel channel) {
        server = channel;
        address = SocketAddresses.endpoint(channel.localAddress());
        wasOpen = true;
        failures = 0;
        problem = "";
    }

    private void failed(Throwable cause) {
        failures++;
        if (!wasOpen || failures > QUIET_FAILURES) {
            problem = describe(cause);
            retryAtNanos = System.nanoTime() + RETRY_NANOS;
        }
    }

    private void close() {
        problem = "";
        failures = 0;
        retryAtNanos = System.nanoTime();
        if (server != null) {
            server.close();
            server = null;
            connections.close();
        }
    }

    private String describe(Throwable cause) {
        String found = String.valueOf(cause.getMessage());
        String lower = found.toLowerCase(Locale.ROOT);
        String remedy;
        if (lower.contains("too many open files")) {
            remedy =
                    "this process may not open more files and sockets; raise the limit in the terminal (ulimit -n 65536)"
                            + " and start the program again there.";
        } else if (lower.contains("permission denied")) {
            remedy = "ports below 1024 belong to the system's administrator; take one from 1024 on (bind_address in the"
                    + " node's file).";
        } else if (lower.contains("cannot assign") || lower.contains("not available")) {
            remedy = "this machine does not have that address; take 127.0.0.1 (bind_address in the node's file).";
        } else if (cause instanceof BindException) {
            remedy = "the port is taken by another program. Stop that program (find it with: ss -ltnp 'sport = :"
                    + address.port() + "'), or give the interface another port (bind_address in the node's file).";
        } else {
            remedy = found + ".";
        }
        return "The HTTP interface of " + name + " cannot listen on " + address + ": " + remedy
                + " The node itself runs; its interface is tried again every second.";
    }

    private final class Accepting extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel accepted) {
            int before = connections.size();
            if (server == null || before >= MAX_CONNECTIONS + MAX_REFUSED_CONNECTIONS) {
                accepted.close();
                return;
            }
            connections.add(accepted);
            Endpoint local = SocketAddresses.endpoint(accepted.localAddress());
            accepted.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpConnection(spec, new Answering(local, before >= MAX_CONNECTIONS)));
        }
    }

    /** What all connections share, for one that came in at {@code local}. */
    private final class Answering implements HttpConnection.Service {
        private final Endpoint local;
        private final boolean isCrowded;

        Answering(Endpoint local, boolean isCrowded) {
            this.local = local;
            this.isCrowded = isCrowded;
        }

        @Override
        public @Nullable Answer refusal(HttpRequest head) {
            if (isCrowded) {
                return Answer.error(
                        Answer.UNAVAILABLE,
                        "This interface answers " + MAX_CONNECTIONS
                                + " connections at the same time; close some and try again.");
            }
            return SameOrigin.refusal(head.headers(), local);
        }

        @Override
        public CompletionStage<Answer> answer(String method, String target, byte[] body) {
            return router.answer(method, target, body);
        }

        @Override
        public void answered(Answer answer) {
            tally.answered(answer);
        }
    }
}
