package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The words that table, lines and summary share. */
public final class Phrases {
    private static final String ELLIPSIS = "…";
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    private Phrases() {}

    /** The whole testnet in one line. */
    static String status(TestnetSnapshot snapshot, Rates.Reading rates) {
        return state(snapshot)
                + "  " + rate(rates.messagesPerSecond()) + " msg/s"
                + "  " + bytes(rates.bytesPerSecond()) + "/s";
    }

    /** The same without what flows. */
    public static String state(TestnetSnapshot snapshot) {
        return "nodes " + running(snapshot) + "/" + snapshot.nodes().size()
                + "  links " + connected(snapshot) + "/" + snapshot.links().size()
                + "  components " + snapshot.components().size()
                + "  tips " + snapshot.tips()
                + "  height " + heights(snapshot);
    }

    static long running(TestnetSnapshot snapshot) {
        return snapshot.nodes().stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .count();
    }

    static long connected(TestnetSnapshot snapshot) {
        return snapshot.links().stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                .count();
    }

    /** The lowest and the highest height of the running nodes, or one number if they are the same. */
    static String heights(TestnetSnapshot snapshot) {
        var heights = snapshot.nodes().stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .collect(Collectors.summarizingInt(NodeSnapshot::height));
        if (heights.getCount() == 0) {
            return "–";
        }
        return heights.getMin() == heights.getMax()
                ? Integer.toString(heights.getMin())
                : heights.getMin() + "–" + heights.getMax();
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%.0f", perSecond);
    }

    static String bytes(double count) {
        if (count < KILO) {
            return String.format(Locale.ROOT, "%.0f B", count);
        }
        return count < MEGA
                ? String.format(Locale.ROOT, "%.1f kB", count / KILO)
                : String.format(Locale.ROOT, "%.1f MB", count / MEGA);
    }

    /** Minutes and seconds; hours when there are some. */
    static String clock(Duration time) {
        String minutesAndSeconds = String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
        return time.toHours() == 0 ? minutesAndSeconds : time.toHours() + ":" + minutesAndSeconds;
    }

    static String event(TestnetEvent event) {
        return switch (event.severity()) {
            case INFO -> event.text();
            case WARNING -> "warning: " + event.text();
            case ERROR -> "error: " + event.text();
        };
    }

    /** Whether an event is worth a line of its own where lines are few. */
    static boolean isImportant(TestnetEvent event) {
        return event.severity() != TestnetEvent.Severity.INFO
                || switch (event.kind()) {
                    case NODE_STARTED,
                            NODE_STOPPED,
                            NODE_FAILED,
                            LINK_UP,
                            LINK_DOWN,
                            LINK_DROPPED,
                            LINK_RESTORED,
                            CONDITIONS_CHANGED,
                            REORGANISATION,
                            MISBEHAVIOUR,
                            FLOOD_STARTED,
                            FLOOD_ENDED,
                            PARTITION,
                            NOTE -> true;
                    case DIAL_FAILED, BLOCK_MINED, BLOCK_REJECTED, TRANSACTION_SENT -> false;
                };
    }

    /** At most {@code width} characters of a text, the last one a sign that something is missing. */
    static String cut(String text, int width) {
        int length = text.codePointCount(0, text.length());
        if (length <= width) {
            return text;
        }
        return width < 1 ? "" : text.substring(0, text.offsetByCodePoints(0, width - 1)) + ELLIPSIS;
    }
}
