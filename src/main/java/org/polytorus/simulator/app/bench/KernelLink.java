package org.polytorus.simulator.app.bench;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.polytorus.simulator.live.RigGround;

/**
 * Two networks inside this machine's kernel with one cable between them, whose sending end the kernel itself can make slow
 * with its {@code netem}: the measure for what our link does. Needs Linux, {@code ip}, {@code tc} and the right to use them.
 */
final class KernelLink implements RigGround, AutoCloseable {
    private static final String DEVICE = "cable";
    private static final String LISTENING_ADDRESS = "10.203.0.1";
    private static final String DIALLING_ADDRESS = "10.203.0.2";
    private static final String PREFIX = "/30";

    /** Packets that netem may hold; its own 1,000 are fewer than what is under way at 100 Mbit/s and 200 ms. */
    private static final String LIMIT = "20000";

    private final Names names;
    /** The networks that there are by now. */
    private final List<String> made = new ArrayList<>();

    /** What the two networks are called. */
    record Names(String listening, String dialling) {
        /** Of this process, so that two at a time are not in each other's way. */
        static Names own() {
            String prefix = "polytorus-" + ProcessHandle.current().pid();
            return new Names(prefix + "-a", prefix + "-b");
        }
    }

    private KernelLink(Names names) {
        this.names = names;
    }

    /** @throws SystemCommand.Failed with the first command that failed and what it said; then nothing is left behind */
    static KernelLink open() throws SystemCommand.Failed {
        KernelLink link = new KernelLink(Names.own());
        try {
            for (String network : List.of(link.names.listening(), link.names.dialling())) {
                SystemCommand.run(List.of("ip", "netns", "add", network));
                link.made.add(network);
            }
            for (List<String> command : cable(link.names)) {
                SystemCommand.run(command);
            }
            return link;
        } catch (SystemCommand.Failed failed) {
            link.close();
            throw failed;
        }
    }

    /**
     * Makes the way from the dialling end slow.
     *
     * @param how netem's own words, such as {@code delay 10ms}
     */
    void ask(String... how) throws SystemCommand.Failed {
        SystemCommand.run(netem(names, how));
    }

    /** What lays the cable between two networks. */
    static List<List<String>> cable(Names names) {
        return List.of(
                List.of(
                        "ip",
                        "link",
                        "add",
                        DEVICE,
                        "netns",
                        names.listening(),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        DEVICE,
                        "netns",
                        names.dialling()),
                address(names.listening(), LISTENING_ADDRESS),
                address(names.dialling(), DIALLING_ADDRESS),
                List.of("ip", "-n", names.listening(), "link", "set", DEVICE, "up"),
                List.of("ip", "-n", names.dialling(), "link", "set", DEVICE, "up"));
    }

    static List<String> netem(Names names, String... how) {
        List<String> command = new ArrayList<>(List.of(
                "tc", "-n", names.dialling(), "qdisc", "replace", "dev", DEVICE, "root", "netem", "limit", LIMIT));
        command.addAll(List.of(how));
        return List.copyOf(command);
    }

    private static List<String> address(String network, String address) {
        return List.of("ip", "-n", network, "addr", "add", address + PREFIX, "dev", DEVICE);
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(LISTENING_ADDRESS, 0);
    }

    @Override
    public <T> T listening(Supplier<T> opening) {
        return NetworkNamespace.inside(names.listening(), opening);
    }

    @Override
    public <T> T dialling(Supplier<T> opening) {
        return NetworkNamespace.inside(names.dialling(), opening);
    }

    /** The cable goes with the networks. */
    @Override
    public void close() {
        for (String network : made) {
            try {
                SystemCommand.run(List.of("ip", "netns", "delete", network));
            } catch (SystemCommand.Failed failed) {
                throw new IllegalStateException(
                        "The network " + network + " of the measurement is still there: " + failed.getMessage(),
                        failed);
            }
        }
        made.clear();
    }
}
