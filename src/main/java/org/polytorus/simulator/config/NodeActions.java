package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.TimelineActions.Planned;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.TestnetCommand;

/** Reads what a step of a timeline does to single nodes. */
final class NodeActions {
    private static final int MAX_COUNT = 1_000;
    private static final int USUAL_BYTES = 256;
    private static final int USUAL_RATE = 100;
    private static final String NODES = "names of nodes or groups, such as [\"node1\", \"node4..node6\"]";
    private static final Duration MIN_TIME = Duration.ofMillis(100);
    private static final Duration USUAL_FLOOD = Duration.ofSeconds(10);

    private final TomlTable table;
    private final NodeGroups groups;

    NodeActions(TomlTable table, NodeGroups groups) {
        this.table = table;
        this.groups = groups;
    }

    /** Null after an error was noted. */
    @Nullable
    Planned read(TimelineVerb verb) {
        return switch (verb) {
            case STOP -> each("stop", node -> new Action.Order(new TestnetCommand.StopNode(node)));
            case START -> each("start", node -> new Action.Order(new TestnetCommand.StartNode(node)));
            case MINE -> mine();
            case SEND -> send();
            case FLOOD -> flood();
            case END_FLOOD -> each("end the flood of", node -> new Action.Order(new TestnetCommand.StopFlood(node)));
            case BLACKLIST -> blacklist();
            case UNBLACKLIST -> unblacklist();
            case ATTACH -> attach();
            case DETACH -> detach();
            case DROP, RESTORE, SPLIT, HEAL, CONDITIONS, CLEAR, PROBE, MINING, TRAFFIC, QUALITY_OF_SERVICE ->
                throw new IllegalArgumentException(verb + " is not about nodes");
        };
    }

    private @Nullable Planned each(String verb, Function<NodeName, Action> action) {
        List<NodeName> nodes = nodes();
        return nodes.isEmpty()
                ? null
                : new Planned(
                        verb + " " + TimelineActions.names(nodes),
                        nodes.stream().map(action).toList());
    }

    private @Nullable Planned mine() {
        int count = count();
        List<Action> actions = new ArrayList<>();
        List<NodeName> nodes = nodes();
        for (int i = 0; i < count; i++) {
            nodes.forEach(node -> actions.add(new Action.Order(new TestnetCommand.MineBlock(node))));
        }
        String blocks = count == 1 ? "a block" : count + " blocks";
        return nodes.isEmpty() ? null : new Planned("mine " + blocks + " at " + TimelineActions.names(nodes), actions);
    }

    private @Nullable Planned send() {
        NodeName node = required("node", "node = \"node1\"") ? groups.one(table, "node") : null;
        String from = text("from", "alice");
        String to = text("to", "bob");
        Long asked = table.wholeNumber("amount", 1, Integer.MAX_VALUE, "an amount");
        int amount = asked == null ? 1 : asked.intValue();
        Long nonce = table.wholeNumber("nonce", 0, Long.MAX_VALUE - MAX_COUNT, "a whole number");
        int count = count();
        if (node == null) {
            return null;
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Long own = nonce == null ? null : Long.valueOf(nonce + i);
            actions.add(new Action.Order(new TestnetCommand.SendTransaction(node, from, to, amount, own)));
        }
        String what = count == 1 ? "a transaction" : count + " transactions";
        return new Planned(node + " sends " + what + " from " + from + " to " + to, actions);
    }

    private @Nullable Planned flood() {
        FloodSpec.Kind kind = floodKind();
        Long rate = table.wholeNumber("rate", 1, FloodSpec.MAX_RATE, "messages a second");
        Long size = table.wholeNumber("size", 1, FloodSpec.MAX_MESSAGE_BYTES, "bytes");
        NodeName target = table.has("target") ? groups.one(table, "target") : null;
        Duration asked = table.duration("for", MIN_TIME, FloodSpec.MAX_DURATION);
        Duration time = asked == null ? USUAL_FLOOD : asked;
        if (kind == null || (target == null && table.has("target"))) {
            return null;
        }
        FloodSpec flood = new FloodSpec(
                kind,
                rate == null ? USUAL_RATE : rate.intValue(),
                size == null ? USUAL_BYTES : size.intValue(),
                target,
                time);
        Planned planned = each("flood from", node -> new Action.Order(new TestnetCommand.StartFlood(node, flood)));
        String what = ": " + flood.messagesPerSecond() + "/s of " + kind.text() + " for " + Units.text(time);
        return planned == null ? null : new Planned(planned.text() + what, planned.actions());
    }

    private FloodSpec.@Nullable Kind floodKind() {
        if (!table.has("kind")) {
            return FloodSpec.Kind.TRANSACTION;
        }
        List<String> words = TimelineActions.words(FloodSpec.Kind.values());
        String expectation = "one of " + String.join(", ", words);
        String text = table.text("kind", expectation);
        for (FloodSpec.Kind kind : FloodSpec.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        if (text != null) {
            table.expected("kind", expectation + Texts.didYouMean(text, words));
        }
        return null;
    }

    private @Nullable Planned blacklist() {
        NodeName peer = required("peer", "peer = \"node1\"") ? groups.one(table, "peer") : null;
        String reason = text("reason", "the scenario says so");
        Duration time = table.duration("for", MIN_TIME, Limits.MAX_INTERVAL);
        Planned planned = peer == null
                ? null
                : each("blacklist " + peer + " at", node -> new Action.Blacklist(node, peer, reason, time));
        String length = time == null ? "" : " for " + Units.text(time);
        return planned == null ? null : new Planned(planned.text() + length, planned.actions());
    }

    private @Nullable Planned unblacklist() {
        NodeName peer = required("peer", "peer = \"node1\"") ? groups.one(table, "peer") : null;
        return peer == null ? null : each("forgive " + peer + " at", node -> new Action.Unblacklist(node, peer));
    }

    private @Nullable Planned attach() {
        String name = required("name", "name = \"rusty\"") ? text("name", "") : "";
        String address = table.text("address", Addresses.EXPECTATION);
        Endpoint endpoint = address == null ? null : Endpoint.parse(address);
        if (address != null && endpoint == null) {
            table.expected("address", Addresses.EXPECTATION);
        }
        List<NodeName> diallers = groups.all(table.texts("connect", NODES));
        if (!NodeName.isValid(name)) {
            return null;
        }
        // Like every address that nobody exposes, narrowed to this machine.
        Endpoint local = endpoint == null ? null : Endpoint.loopback(endpoint.port());
        GuestSpec guest = new GuestSpec(new NodeName(name), local, local == null ? List.of() : diallers);
        return Planned.order("attach " + name, new TestnetCommand.AttachGuest(guest));
    }

    private @Nullable Planned detach() {
        String name = required("name", "name = \"rusty\"") ? text("name", "") : "";
        return NodeName.isValid(name)
                ? Planned.order("detach " + name, new TestnetCommand.DetachGuest(new NodeName(name)))
                : null;
    }

    private List<NodeName> nodes() {
        return required("nodes", "nodes = [\"node1\"]") ? groups.all(table.texts("nodes", NODES)) : List.of();
    }

    private boolean required(String key, String example) {
        if (!table.has(key) && table.isComplete()) {
            table.problems().error(table.place(), "found no " + key + ", expected " + example);
        }
        return table.has(key);
    }

    private int count() {
        Long count = table.wholeNumber("count", 1, MAX_COUNT, "a number");
        return count == null ? 1 : count.intValue();
    }

    private String text(String key, String usual) {
        String text = table.text(key, "1 to " + NodeName.MAX_LENGTH + " characters in quotes");
        if (text != null && (text.isBlank() || text.length() > NodeName.MAX_LENGTH)) {
            table.expected(key, "1 to " + NodeName.MAX_LENGTH + " characters in quotes");
        }
        return text == null ? usual : text;
    }
}
