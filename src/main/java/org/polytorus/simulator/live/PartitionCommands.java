package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.PartitionOrders;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Partition;

/** Splits the testnet into groups and puts it together again. What the user asked of single links stays as it is. */
final class PartitionCommands {
    private final LinkRegistry registry;
    private final LinkCommands links;
    private final PartitionOrders orders;

    PartitionCommands(LinkRegistry registry, LinkCommands links, EventLog events) {
        this.registry = registry;
        this.links = links;
        orders = new PartitionOrders(registry.partitions(), events, registry.clock()::epochNanos);
    }

    CompletableFuture<CommandResult> split(Partition partition, Predicate<NodeName> isKnown) {
        CommandResult refused = orders.split(partition, isKnown);
        if (refused != null) {
            return CompletableFuture.completedFuture(refused);
        }
        return apply().thenApply(changed -> {
            orders.tellSplit(partition, changed);
            return CommandResult.DONE;
        });
    }

    CompletableFuture<CommandResult> heal(@Nullable String name) {
        CommandResult refused = orders.heal(name);
        return refused != null
                ? CompletableFuture.completedFuture(refused)
                : apply().thenApply(_ -> CommandResult.DONE);
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
}
