package org.polytorus.simulator.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Whether this process may open as many files and sockets as a testnet needs; asked before any of them is. */
final class DescriptorCheck {
    /** Both ends of a connection, and as much again while a duplicate or a next try overlaps. */
    private static final long PER_LINK = 4;

    private DescriptorCheck() {}

    /** The problem with its remedy, or nothing. Systems without such a limit have no problem. */
    static List<String> problems(TestnetSpec spec) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            return problems(spec, system.getOpenFileDescriptorCount(), system.getMaxFileDescriptorCount());
        }
        return List.of();
    }

    private static long guestLinks(TestnetSpec spec) {
        return spec.guests().stream().mapToLong(guest -> guest.nodes().size()).sum();
    }

    static List<String> problems(TestnetSpec spec, long open, long limit) {
        long needed = open + spec.nodes().size() + PER_LINK * (spec.links().size() + guestLinks(spec));
        if (needed <= limit) {
            return List.of();
        }
        return List.of("This testnet of " + spec.nodes().size() + " nodes and "
                + spec.links().size() + " links may need " + needed
                + " open files and sockets, but this process may have "
                + limit + ": some connections will fail. Raise the limit in the terminal (ulimit -n " + needed
                + ") and start the program again there, or use a smaller testnet.");
    }
}
