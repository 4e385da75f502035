package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The program on doubles, for tests that need a process of their own. */
final class ScriptedMain {
    private ScriptedMain() {}

    public static void main(String[] args) {
        TestnetLoader loader = new TestnetLoader() {
            @Override
            public Loaded load(List<Path> files, boolean expose) {
                return new Loaded(DefaultTestnet.spec(), List.of());
            }

            @Override
            public boolean isTestnet(Path file) {
                return false;
            }
        };
        Wiring wiring = new Wiring(
                loader,
                spec -> new FakeTestnet(Snapshots.line("node1", "node2", "node3")),
                () -> null,
                new FakeWindow(),
                line -> "{}",
                List.of());
        System.exit(CommandLineFactory.create(wiring)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }
}
