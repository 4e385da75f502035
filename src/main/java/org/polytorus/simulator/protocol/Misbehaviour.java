package org.polytorus.simulator.protocol;

import java.time.Duration;

/** Rules that another node can break, each with what follows. */
public enum Misbehaviour {
    /** After it nothing on the stream can be trusted. A link that alters bytes causes it as well: the penalty is short. */
    MALFORMED_FRAME(
            "a frame that is no message",
            new Penalty.Blacklisting(new Penalty.Disconnect(), 3, minutes(1), minutes(1))),
    /** Whoever sends a byte now and then would hold a place and a buffer for ever. */
    HALF_FRAME("half a frame", new Penalty.Disconnect()),
    SECOND_HANDSHAKE("a second handshake on one connection", new Penalty.Disconnect()),
    DATA_BEFORE_HANDSHAKE("a message before the handshake", new Penalty.Ignore()),
    CHANGED_IDENTITY("another peer id than before", new Penalty.Disconnect()),
    WRONG_VERSION("another protocol version", new Penalty.Disconnect()),
    SILENT_CONNECTION("connected and said nothing", new Penalty.Disconnect()),
    /** Costs the receiver the most, and an honest node checks each before it passes it on. */
    INVALID_BLOCK(
            "a block that breaks a rule of the chain",
            new Penalty.Blacklisting(new Penalty.Ignore(), 3, minutes(1), minutes(10))),
    INVALID_TRANSACTION(
            "a transaction that breaks a rule",
            new Penalty.Blacklisting(new Penalty.Ignore(), 20, minutes(1), minutes(1))),
    UNREADABLE_HASH("a hash that is none", new Penalty.Blacklisting(new Penalty.Ignore(), 20, minutes(1), minutes(1))),
    NONSENSE_ADDRESSES(
            "a list of addresses of which most cannot be dialled",
            new Penalty.Blacklisting(new Penalty.Ignore(), 3, minutes(1), minutes(1))),
    TOO_MANY_QUESTIONS(
            "questions about addresses faster than they are answered",
            new Penalty.Blacklisting(new Penalty.Ignore(), 20, minutes(1), minutes(1))),
    /** Each costs a request and its place in the list of those; what counts as one is {@link Promises}'s to say. */
    EMPTY_PROMISES(
            "announcements of what it does not hand over",
            new Penalty.Blacklisting(new Penalty.Ignore(), 3, minutes(5), minutes(10)));

    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // Every penalty is a record of values that do not change.
    private final Penalty penalty;

    Misbehaviour(String what, Penalty penalty) {
        this.what = what;
        this.penalty = penalty;
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** What the peer did. */
    public String what() {
        return what;
    }

    /** What this node does about it. */
    public Penalty penalty() {
        return penalty;
    }
}
