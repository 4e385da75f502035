package org.polytorus.simulator.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.live.Partitions.Standing;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/** Splits the testnet into groups and puts it together again. What the user asked of single links stays as it is. */
final class PartitionCommands {
    private static final double NANOS_PER_SECOND = 1e9;

    private final LinkRegistry registry;
    private final LinkCommands links;
    private final EventLog events;
    private final EpochClock clock;

    PartitionCommands(LinkRegistry registry, LinkCommands links, EventLog events) {
        this.registry = registry;
        this.links = links;
        this.events = events;
        clock = registry.clock();
    }

    CompletableFuture<CommandResult> split(Partition partition, Predicate<NodeName> isKnown) {
        List<String> unknown = partition.groups().stream()
                .flatMap(group -> group.nodes().stream())
                .filter(node -> !isKnown.test(node))
                .map(NodeName::value)
                .toList();
        if (!unknown.isEmpty()) {
            return refused("The partition " + partition.text() + " names nodes that this testnet does not have: "
                    + String.join(", ", unknown) + ".");
        }
        String obstacle = registry.partitions().add(partition, clock.epochNanos());
        if (obstacle != null) {
            return refused(obstacle);
        }
        return apply().thenApply(changed -> {
            String cut = changed == 1 ? "1 link is cut" : changed + " links are cut";
            events.add(Kind.PARTITION, Severity.WARNING, null, null, "Split " + partition.text() + ": " + cut);
            return CommandResult.DONE;
        });
    }

    CompletableFuture<CommandResult> heal(@Nullable String name) {
        List<Standing> healed = registry.partitions().remove(name);
        if (healed.isEmpty() && name != null) {
            List<String> names = registry.partitions().names();
            return refused("There is no partition named " + name + " to heal. "
                    + (names.isEmpty() ? "There is none at all." : "There are " + String.join(", ", names) + "."));
        }
        for (Standing one : healed) {
            Duration lasted = Duration.ofNanos(clock.epochNanos() - one.sinceNanos());
            events.add(
                    Kind.PARTITION,
                    Severity.INFO,
                    null,
                    null,
                    String.format(
                            Locale.ROOT,
                            "Healed %s after %.1f s",
                            one.partition().text(),
                            lasted.toNanos() / NANOS_PER_SECOND));
        }
        return apply().thenApply(_ -> CommandResult.DONE);
    }

    /** Brings every link in line with the partitions in force; gives how many were changed. */
    private CompletableFuture<Integer> apply() {
        List<CompletableFuture<Boolean>> parts = new ArrayList<>();
        for (LiveLink link : registry.all()) {
            parts.add(links.cut(link, registry.partitions().cutOf(link.id())));
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ ->
                        (int) parts.stream().filter(CompletableFuture::join).count());
    }

    private static CompletableFuture<CommandResult> refused(String message) {
        return CompletableFuture.completedFuture(CommandResult.refused(message));
    }
}
