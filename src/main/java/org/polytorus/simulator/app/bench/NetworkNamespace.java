package org.polytorus.simulator.app.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A network of its own inside this machine's kernel, by Linux's setns(2): a socket belongs for ever to the network that its
 * thread was in when it was opened.
 */
final class NetworkNamespace {
    /** Where {@code ip netns} keeps them, see ip-netns(8). */
    private static final String DIRECTORY = "/run/netns/";

    private static final int READ_ONLY = 0;
    /** CLONE_NEWNET of linux/sched.h. */
    private static final int NETWORK = 0x4000_0000;

    private NetworkNamespace() {}

    /** Runs the task on a thread of its own that is in that network, and waits for it. */
    static <T> T inside(String name, Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("in-" + name).start(() -> {
            try {
                enter(name);
                result.complete(task.get());
            } catch (RuntimeException | Error failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.join();
    }

    @SuppressWarnings("restricted") // Two calls of the C library, with plain numbers and a text.
    private static void enter(String name) {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle setns = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setns"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        MethodHandle close = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(DIRECTORY + name);
            int file = (int) open.invokeExact(path, READ_ONLY);
            int entered = file < 0 ? -1 : (int) setns.invokeExact(file, NETWORK);
            int closed = file < 0 ? 0 : (int) close.invokeExact(file);
            if (entered != 0 || closed != 0) {
                throw new IllegalStateException("The network " + name + " could not be entered");
            }
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A call of the C library threw", impossible);
        }
    }
}
