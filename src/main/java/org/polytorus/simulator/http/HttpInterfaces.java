package org.polytorus.simulator.http;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP interfaces of a testnet's nodes, on one event loop of their own. An interface is open while its node runs, so
 * that a stopped node refuses connections as a stopped program does. They listen where the description says, which was
 * narrowed to this machine when it was read from files.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is scheduled here runs until the loop ends.
public final class HttpInterfaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpInterfaces.class);
    /** How long after its node an interface opens or closes at most. */
    private static final long FOLLOW_MILLIS = 100;

    private static final long SHUTDOWN_SECONDS = 5;

    private final Testnet testnet;
    private final LoopThread thread = new LoopThread();
    private final EventLoopGroup group;
    private final List<NodeInterface> interfaces = new ArrayList<>();
    /** Belongs to the event loop. */
    private boolean isClosed;

    private HttpInterfaces(Testnet testnet, TestnetSpec spec) {
        this.testnet = testnet;
        group = new MultiThreadIoEventLoopGroup(1, thread, NioIoHandler.newFactory());
        EventLoop loop = group.next();
        for (NodeSpec node : spec.nodes()) {
            HttpSpec http = node.http();
            if (http != null) {
                interfaces.add(new NodeInterface(testnet, node.name(), http, loop));
            }
        }
        CompletableFuture<Void> opened = new CompletableFuture<>();
        loop.execute(() -> follow().thenRun(() -> opened.complete(null)));
        opened.join();
        loop.scheduleWithFixedDelay(this::followOn, FOLLOW_MILLIS, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens the interfaces of all running nodes; returns when they listen or have a problem. */
    public static HttpInterfaces start(Testnet testnet, TestnetSpec spec) {
        return new HttpInterfaces(testnet, spec);
    }

    /** Whether any node of a testnet has an interface. */
    public static boolean areIn(TestnetSpec spec) {
        return spec.nodes().stream().anyMatch(node -> node.http() != null);
    }

    /** Why interfaces do not listen though their nodes run, and what to do. May be asked from any thread. */
    public List<String> problems() {
        return interfaces.stream()
                .map(NodeInterface::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    /** Where the interface of a node listens or will, with the port that it really got; null if it has none. */
    public @Nullable Endpoint addressOf(NodeName node) {
        for (NodeInterface candidate : interfaces) {
            if (candidate.name().equals(node)) {
                return candidate.address();
            }
        }
        return null;
    }

    /** Closes every interface; returns when they are gone. Later calls do nothing. */
    @Override
    public synchronized void close() {
        if (group.isShuttingDown()) {
            return;
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        group.next().execute(() -> {
            isClosed = true;
            interfaces.forEach(one -> one.follow(false));
            closed.complete(null);
        });
        closed.join();
        group.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        // The loop counts as ended a moment before its selector gives the ports back.
        thread.join();
    }

    private CompletableFuture<Void> follow() {
        Set<NodeName> running = new TreeSet<>();
        for (NodeSnapshot node : testnet.snapshot().nodes()) {
            if (node.state() == NodeSnapshot.State.RUNNING) {
                running.add(node.name());
            }
        }
        return CompletableFuture.allOf(interfaces.stream()
                .map(one -> one.follow(running.contains(one.name())))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** A task that throws would not be run again, and interfaces would no longer follow their nodes. */
    private void followOn() {
        if (isClosed) {
            return;
        }
        try {
            follow();
        } catch (RuntimeException fault) {
            LOG.error("HTTP interfaces could not follow their nodes because of a fault in the simulator", fault);
        }
    }
}
