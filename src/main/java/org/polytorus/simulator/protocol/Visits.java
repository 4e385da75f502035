package org.polytorus.simulator.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.wire.Message;

/**
 * Connections that this node opens to ask one question and closes after the answer. Neither side counts the other as a peer
 * meanwhile: so a node that has no room for peers can be asked all the same, and asking leaves no trace in the pool.
 */
final class Visits {
    /** Visits at once; who asks waits until there is room. */
    static final int MAX_VISITS = 12;

    private final NodeContext context;
    private final ConnectionPool pool;
    private final AddressBook book;
    private final Handshakes handshakes;
    private final Map<Endpoint, Visit> visits = new LinkedHashMap<>();
    private LongConsumer failed = _ -> {};

    private static final class Visit {
        final Message.FindNode question;

        @Nullable
        Connection connection;

        /** Nobody waits for an answer any more. */
        boolean over;

        Visit(Message.FindNode question) {
            this.question = question;
        }
    }

    Visits(NodeContext context, ConnectionPool pool, AddressBook book, Handshakes handshakes) {
        this.context = context;
        this.pool = pool;
        this.book = book;
        this.handshakes = handshakes;
    }

    /** Who is told the id of a question that will not be answered. */
    void whenFailed(LongConsumer listener) {
        failed = listener;
    }

    boolean hasRoom() {
        return visits.size() < MAX_VISITS;
    }

    /** Whether a dial to this address, or a connection, belongs to a visit. */
    boolean isVisiting(Endpoint address) {
        return visits.containsKey(address);
    }

    void gauge(Gauge gauge) {
        gauge.holds("visits", visits.size(), MAX_VISITS);
    }

    /** Sets out; false if the address cannot be visited now. */
    boolean begin(Endpoint address, Message.FindNode question) {
        if (!hasRoom() || isVisiting(address) || pool.isPending(address)) {
            return false;
        }
        visits.put(address, new Visit(question));
        context.emit(new Output.Dial(address));
        return true;
    }

    /** The dial became a connection. */
    void arrived(ConnectionId id, Endpoint address) {
        Visit visit = visits.get(address);
        if (visit != null) {
            Connection connection = handshakes.visit(id, address);
            visit.connection = connection;
            if (visit.over) {
                handshakes.end(connection, DisconnectReason.VISIT_OVER);
            }
        }
    }

    void dialFailed(Endpoint address, DialFailure failure) {
        Visit visit = visits.remove(address);
        if (visit != null) {
            blame(address, failure);
            tellFailed(visit);
        }
    }

    /** The other side has introduced itself: the question can be asked, if it is one who understands it. */
    void welcomed(Connection connection) {
        Visit visit = visits.get(connection.remote);
        if (visit == null || visit.connection != connection) {
            return;
        }
        if (NodeType.findsNodes(connection.nodeType())) {
            context.send(connection, visit.question);
        } else {
            handshakes.end(connection, DisconnectReason.VISIT_OVER);
        }
    }

    /** The answer has come, or is no longer waited for. */
    void end(Endpoint address) {
        Visit visit = visits.get(address);
        if (visit != null) {
            visit.over = true;
            if (visit.connection != null) {
                handshakes.end(visit.connection, DisconnectReason.VISIT_OVER);
            }
        }
    }

    /** The connection is gone. */
    void closed(Connection connection) {
        Visit visit = visits.get(connection.remote);
        if (visit != null && visit.connection == connection) {
            visits.remove(connection.remote);
            if (connection.ending == DisconnectReason.SELF) {
                blame(connection.remote, DialFailure.SELF);
            }
            tellFailed(visit);
        }
    }

    /** This node stops. Dials under way are answered all the same. */
    void endAll() {
        visits.keySet().forEach(this::end);
    }

    private void tellFailed(Visit visit) {
        if (!visit.over) {
            failed.accept(visit.question.queryId());
        }
    }

    private void blame(Endpoint address, DialFailure failure) {
        if (failure == DialFailure.SELF) {
            book.remove(address);
        } else {
            book.failed(address, context.now);
        }
    }
}
