package org.polytorus.simulator.protocol;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.chain.TransactionHasher;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.Message;

/**
 * Messages as the golden transcripts write them, both ways. Hashes, ids and nonces have names: {@code genesis},
 * {@code first} (a block on it), {@code payment}, {@code unknown}; what the node makes is called b1, t1, n1 as it appears.
 */
final class TranscriptWords {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(\\S+)");
    private static final PeerId NOBODY = new PeerId(77, 77);
    private static final long SECONDS = 1_750_000_100L;

    private final Map<Hash, String> hashes = new LinkedHashMap<>();
    private final Map<Long, String> nonces = new LinkedHashMap<>();
    private final Map<PeerId, String> peers = new LinkedHashMap<>();
    private final Transaction payment = TransactionFactory.payment("carol", "dave", 5, 1, 0);
    private final Block first = minedElsewhere();
    private int blocks;
    private int transactions;

    TranscriptWords() {
        hashes.put(Genesis.HASH, "genesis");
        hashes.put(Objects.requireNonNull(Hash.parse(first.hash())), "first");
        hashes.put(TransactionHasher.hash(payment), "payment");
        hashes.put(new Hash(1, 2, 3, 4), "unknown");
        peers.put(Script.SELF, "node");
        peers.put(NOBODY, "nobody");
    }

    /** The id of a guest. */
    PeerId idOf(String guest) {
        for (Map.Entry<PeerId, String> known : peers.entrySet()) {
            if (known.getValue().equals(guest)) {
                return known.getKey();
            }
        }
        PeerId id = new PeerId(9, 9L + peers.size());
        peers.put(id, guest);
        return id;
    }

    String nameOf(@Nullable PeerId peer) {
        return peer == null ? "a stranger" : peers.getOrDefault(peer, peer.toString());
    }

    String nameOf(Hash hash, boolean isBlock) {
        return hashes.computeIfAbsent(hash, _ -> isBlock ? "b" + ++blocks : "t" + ++transactions);
    }

    /** Reads what a guest says: a kind, then a name or number, then fields. */
    Message read(String guest, String text) {
        String[] words = text.split(" ", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        String what = words.length > 1 ? words[1] : "";
        int height = Integer.parseInt(fields.getOrDefault("height", "0"));
        PeerId sender = idOf(fields.getOrDefault("peer", guest));
        return switch (words[0]) {
            case "Handshake" ->
                new Message.Handshake(
                        sender,
                        Integer.parseInt(fields.getOrDefault("version", "1")),
                        height,
                        SECONDS,
                        fields.getOrDefault("type", NodeType.POLYTORUS));
            case "HandshakeAck" ->
                new Message.HandshakeAck(sender, Boolean.parseBoolean(fields.getOrDefault("accepted", "true")));
            case "Ping" -> new Message.Ping(nonce(what), SECONDS);
            case "Pong" -> new Message.Pong(nonce(what), SECONDS);
            case "BlockAnnouncement" -> new Message.BlockAnnouncement(hash(what).blockText(), height);
            case "BlockData" -> new Message.BlockData(first);
            case "BlockRequest" ->
                new Message.BlockRequest(
                        what.startsWith("\"")
                                ? what.substring(1, what.length() - 1)
                                : hash(what).blockText());
            case "TransactionAnnouncement" ->
                new Message.TransactionAnnouncement(hash(what).transactionText());
            case "TransactionData" -> new Message.TransactionData(payment);
            case "TransactionRequest" ->
                new Message.TransactionRequest(hash(what).transactionText());
            case "StatusUpdate" -> new Message.StatusUpdate(height);
            case "PeerList" -> new Message.PeerList(List.of());
            case "Error" -> new Message.ErrorMessage(text.substring("Error ".length()));
            default -> throw new IllegalArgumentException("no message that a guest could say: " + text);
        };
    }

    String write(Message message) {
        return switch (message) {
            case Message.Handshake m ->
                "Handshake peer=%s version=%d height=%d type=%s"
                        .formatted(nameOf(m.peerId()), m.protocolVersion(), m.bestHeight(), m.nodeType());
            case Message.HandshakeAck m ->
                "HandshakeAck peer=%s accepted=%s".formatted(nameOf(m.peerId()), m.accepted());
            case Message.Ping m -> "Ping " + nonces.computeIfAbsent(m.nonce(), _ -> "n" + (nonces.size() + 1));
            case Message.Pong m -> "Pong " + nonces.getOrDefault(m.nonce(), Long.toString(m.nonce()));
            case Message.BlockAnnouncement m ->
                "BlockAnnouncement %s height=%d".formatted(named(m.blockHash(), true), m.blockHeight());
            case Message.BlockData m ->
                "BlockData %s height=%d"
                        .formatted(named(m.block().hash(), true), m.block().height());
            case Message.BlockRequest m -> "BlockRequest " + named(m.blockHash(), true);
            case Message.TransactionAnnouncement m -> "TransactionAnnouncement " + named(m.txHash(), false);
            case Message.TransactionData m ->
                "TransactionData " + nameOf(TransactionHasher.hash(m.transaction()), false);
            case Message.TransactionRequest m -> "TransactionRequest " + named(m.txHash(), false);
            case Message.PeerList m -> "PeerList of " + m.peers().size();
            case Message.FindNode _ -> "FindNode";
            case Message.FoundNodes m -> "FoundNodes of " + m.nodes().size();
            case Message.StatusUpdate m -> "StatusUpdate height=" + m.bestHeight();
            case Message.ErrorMessage m -> "Error " + m.message();
        };
    }

    private String named(String text, boolean isBlock) {
        Hash hash = Hash.parse(text);
        return hash == null ? '"' + text + '"' : nameOf(hash, isBlock);
    }

    private Hash hash(String name) {
        return hashes.entrySet().stream()
                .filter(known -> known.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hash has the name " + name));
    }

    private long nonce(String text) {
        return nonces.entrySet().stream()
                .filter(known -> known.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Long.parseLong(text));
    }

    /** A block that another node has found. */
    private static Block minedElsewhere() {
        Script other = Script.accepting().saysHandshake(NodeType.POLYTORUS);
        other.sent();
        // A moment later than any block of the node's own, so that the two differ.
        other.pass(Duration.ofSeconds(1));
        other.give(new Input.MineBlock());
        return other.sent().stream()
                .filter(Message.BlockData.class::isInstance)
                .map(message -> ((Message.BlockData) message).block())
                .findFirst()
                .orElseThrow();
    }
}
