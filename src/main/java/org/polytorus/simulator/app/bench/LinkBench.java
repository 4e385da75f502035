package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.live.LinkRig;
import org.polytorus.simulator.live.RigGround;
import org.polytorus.simulator.model.Direction;

/**
 * Lays beside each other what is asked of a link and what it does, over real sockets and through the handlers that testnets
 * have; and what a link costs of which nothing is asked. Beside that the kernel's own slow link, where there is one.
 */
public final class LinkBench {
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(200));
    private static final List<Long> RATES = List.of(1_000_000L, 10_000_000L, 100_000_000L);
    private static final List<Double> LOSSES = List.of(0.01, 0.1, 0.3);
    private static final long LOSS_MESSAGES = 100_000;
    private static final int PERCENT = 100;
    private static final double MEGA = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<Integer> IDLE_FRAME_BYTES = List.of(12, 256);

    private final LinkMeter meter = new LinkMeter();
    private final Duration perLine;
    private final Consumer<String> out;

    /** @param out takes each line as soon as it is measured */
    public LinkBench(Duration perLine, Consumer<String> out) {
        this.perLine = perLine;
        this.out = out;
    }

    /** Takes {@code perLine} for each line, but for those of loss. */
    public void run() {
        try {
            delays();
            rates();
            losses();
            idle();
        } catch (SystemCommand.Failed impossible) {
            throw new IllegalStateException("Nothing here asks the kernel", impossible);
        }
        kernel();
    }

    private void delays() throws SystemCommand.Failed {
        out.accept(String.format(
                "%-14s %10s %10s %13s %12s %10s %9s",
                "delay", "asked ms", "added ms", "off, median", "off, p99", "shown ms", "CPU us"));
        for (Direction direction : Direction.values()) {
            for (Duration asked : DELAYS) {
                try (LinkRig rig = new LinkRig(true, RigGround.LOOPBACK)) {
                    LinkMeter.Delays got = meter.delay(
                            rig,
                            direction,
                            asked,
                            perLine,
                            each -> each.ask(direction, LinkConditions.NONE),
                            each -> each.ask(direction, LinkConditions.ofLatency(asked)));
                    double shown = LinkMeter.millis(rig.shown(direction).delayNanos());
                    out.accept(delayLine(way(direction), asked, got, String.format(Locale.ROOT, "%.3f", shown)));
                }
            }
        }
    }

    private void rates() {
        out.accept(String.format("%-14s %10s %10s %9s", "rate", "asked Mb/s", "got Mb/s", "off %"));
        for (Direction direction : Direction.values()) {
            for (long asked : RATES) {
                out.accept(rateLine(way(direction), asked, meter.linkRate(direction, asked, perLine)));
            }
        }
    }

    private void losses() {
        out.accept(String.format(
                "%-14s %10s %10s %13s %12s %10s", "loss", "asked %", "missing", "99.9 % least", "most", "shown"));
        try (LinkRig rig = new LinkRig(true, RigGround.LOOPBACK)) {
            for (Direction direction : Direction.values()) {
                for (double asked : LOSSES) {
                    out.accept(lossLine(way(direction), asked, meter.loss(rig, direction, asked, LOSS_MESSAGES)));
                }
            }
        }
    }

    private static String lossLine(String way, double asked, LinkMeter.Losses got) {
        LossBound bound = LossBound.of(LOSS_MESSAGES, asked);
        return String.format(
                Locale.ROOT,
                "%-14s %10.0f %10d %13d %12d %10d%s",
                way,
                asked * PERCENT,
                got.missing(),
                bound.least(),
                bound.most(),
                got.shown(),
                bound.holds(got.missing()) ? "" : "  outside");
    }

    private void idle() {
        out.accept(String.format(
                "%-14s %10s %14s %14s %9s %16s",
                "nothing asked", "bytes", "per CPU s", "without link", "cost %", "half of them"));
        for (Direction direction : Direction.values()) {
            for (int bytes : IDLE_FRAME_BYTES) {
                IdleCost got = IdleCost.measure(direction, bytes, perLine);
                out.accept(String.format(
                        Locale.ROOT,
                        "%-14s %10d %14.0f %14.0f %9.1f %7.1f to %5.1f",
                        way(direction),
                        bytes,
                        NANOS_PER_SECOND / got.linkNanos(),
                        NANOS_PER_SECOND / got.bareNanos(),
                        PERCENT * got.median(),
                        PERCENT * got.lower(),
                        PERCENT * got.upper()));
            }
        }
    }

    private void kernel() {
        try (KernelLink kernel = KernelLink.open()) {
            kernel.ask("delay", "0ms");
            for (Duration asked : DELAYS) {
                try (LinkRig rig = new LinkRig(false, kernel)) {
                    LinkMeter.Delays got = meter.delay(
                            rig,
                            Direction.A_TO_B,
                            asked,
                            perLine,
                            _ -> kernel.ask("delay", "0ms"),
                            _ -> kernel.ask("delay", asked.toMillis() + "ms"));
                    out.accept(delayLine("kernel's netem", asked, got, "–"));
                }
            }
            for (long asked : RATES) {
                kernel.ask("rate", asked + "bit");
                try (LinkRig rig = new LinkRig(false, kernel)) {
                    out.accept(rateLine("kernel's netem", asked, meter.rate(rig, Direction.A_TO_B, perLine)));
                }
            }
        } catch (SystemCommand.Failed failed) {
            out.accept(
                    "Without the kernel's netem beside it, which this machine does not allow: " + failed.getMessage());
        }
    }

    private static String delayLine(String way, Duration asked, LinkMeter.Delays got, String shown) {
        return String.format(
                Locale.ROOT,
                "%-14s %10.1f %10.3f %13.3f %12.3f %10s %9.0f",
                way,
                LinkMeter.millis(asked.toNanos()),
                LinkMeter.millis(got.error().addedNanos()),
                LinkMeter.millis(got.error().medianNanos()),
                LinkMeter.millis(got.error().p99Nanos()),
                shown,
                got.cpuNanos() / NANOS_PER_MICRO);
    }

    private static String rateLine(String way, long asked, double got) {
        return String.format(
                Locale.ROOT,
                "%-14s %10.0f %10.3f %9.2f",
                way,
                asked / MEGA,
                got / MEGA,
                PERCENT * (got - asked) / asked);
    }

    /** As the end that dialled sees it, since the link's handler is there. */
    private static String way(Direction direction) {
        return switch (direction) {
            case A_TO_B -> "there";
            case B_TO_A -> "back";
        };
    }
}
