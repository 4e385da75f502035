package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.polytorus.simulator.host.EventLog;
import org.polytorus.simulator.host.HostEvents;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.CommandResult;

/** What the user does to links, told in events and to the two nodes where it helps them. */
final class LinkCommands {
    private final Map<NodeName, NodeServer> nodes;
    private final LinkRegistry registry;
    private final HostEvents events;

    LinkCommands(Map<NodeName, NodeServer> nodes, LinkRegistry registry, EventLog events) {
        this.nodes = nodes;
        this.registry = registry;
        this.events = new HostEvents(events);
    }

    CompletableFuture<CommandResult> drop(LiveLink link) {
        if (link.isDropped()) {
            return CompletableFuture.completedFuture(CommandResult.DONE);
        }
        events.dropped(link.id());
        return link.drop().thenApply(_ -> CommandResult.DONE);
    }

    CompletableFuture<CommandResult> restore(LiveLink link) {
        if (!link.isDropped()) {
            return CompletableFuture.completedFuture(CommandResult.DONE);
        }
        link.restore();
        events.restored(link.id());
        return tellBoth(link.id(), new Input.NetworkChanged());
    }

    /** Measures anew at once, so that what is asked and what is measured can be compared. */
    CompletableFuture<CommandResult> setConditions(LiveLink link, Direction direction, LinkConditions changed) {
        if (link.conditions(direction).equals(changed)) {
            return CompletableFuture.completedFuture(CommandResult.DONE);
        }
        boolean wasBlackHole = link.isBlackHole();
        CompletableFuture<Void> applied = link.setConditions(direction, changed);
        LinkId id = link.id();
        events.conditionsChanged(id, direction, changed);
        boolean mended = wasBlackHole && !link.isBlackHole();
        return applied.thenCompose(_ -> mended
                        ? tellBoth(id, new Input.NetworkChanged())
                        : CompletableFuture.completedFuture(CommandResult.DONE))
                .thenCompose(_ -> probeBoth(id));
    }

    /** Applies what partitions do to a link; whether that changed anything. */
    CompletableFuture<Boolean> cut(LiveLink link, Set<Direction> cut) {
        if (link.cut().equals(cut)) {
            return CompletableFuture.completedFuture(false);
        }
        boolean wasBlackHole = link.isBlackHole();
        CompletableFuture<Void> applied = link.cut(cut);
        boolean mended = wasBlackHole && !link.isBlackHole();
        return applied.thenCompose(_ -> mended
                        ? tellBoth(link.id(), new Input.NetworkChanged()).thenCompose(_ -> probeBoth(link.id()))
                        : CompletableFuture.completedFuture(CommandResult.DONE))
                .thenApply(_ -> true);
    }

    CompletableFuture<CommandResult> clearAll() {
        List<CompletableFuture<CommandResult>> parts = new ArrayList<>();
        for (LiveLink link : registry.all()) {
            parts.add(restore(link));
            for (Direction direction : Direction.values()) {
                parts.add(setConditions(link, direction, LinkConditions.NONE));
            }
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> CommandResult.DONE);
    }

    private CompletableFuture<CommandResult> tellBoth(LinkId id, Input input) {
        return tell(id.a(), input).thenCombine(tell(id.b(), input), (_, _) -> CommandResult.DONE);
    }

    private CompletableFuture<CommandResult> probeBoth(LinkId id) {
        return probe(id.a(), id.b()).thenCombine(probe(id.b(), id.a()), (_, _) -> CommandResult.DONE);
    }

    private CompletableFuture<CommandResult> probe(NodeName from, NodeName to) {
        PeerId peer = registry.idOf(to);
        return peer == null ? CompletableFuture.completedFuture(CommandResult.DONE) : tell(from, new Input.Probe(peer));
    }

    private CompletableFuture<CommandResult> tell(NodeName name, Input input) {
        NodeServer node = nodes.get(name);
        return node == null ? CompletableFuture.completedFuture(CommandResult.DONE) : node.tell(input);
    }
}
