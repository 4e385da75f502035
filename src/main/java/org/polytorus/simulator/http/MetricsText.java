package org.polytorus.simulator.http;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The whole testnet in the text that Prometheus reads. */
final class MetricsText {
    private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
    private static final String PREFIX = "polytorus_";
    private static final double NANOS_PER_SECOND = 1e9;

    private final TestnetSnapshot picture;
    private final List<MetricSnapshot> metrics = new ArrayList<>();

    private MetricsText(TestnetSnapshot picture) {
        this.picture = picture;
    }

    static Answer of(TestnetSnapshot picture) {
        MetricsText text = new MetricsText(picture);
        text.addCounters();
        text.addNodes();
        text.addLinks();
        text.addTestnet();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            WRITER.write(written, new MetricSnapshots(text.metrics));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory cannot fail", impossible);
        }
        return Answer.text(WRITER.getContentType(), written.toString(StandardCharsets.UTF_8));
    }

    /** NetworkStats. The one counter that also falls is a gauge to Prometheus. */
    private void addCounters() {
        counter("connections", "Connections over which a peer was registered.", NetworkStats::totalConnections);
        gauge(
                "active_connections",
                "Connections over which a peer is registered now.",
                node -> node.stats().activeConnections());
        counter("messages_sent", "Frames handed to a connection.", NetworkStats::messagesSent);
        counter("messages_received", "Whole frames taken from a connection.", NetworkStats::messagesReceived);
        counter("sent_bytes", "Bytes of the sent frames with their length prefixes.", NetworkStats::bytesSent);
        counter(
                "received_bytes",
                "Bytes of the received frames with their length prefixes.",
                NetworkStats::bytesReceived);
        counter("blocks_propagated", "Full blocks sent.", NetworkStats::blocksPropagated);
        counter("transactions_propagated", "Full transactions sent.", NetworkStats::transactionsPropagated);
    }

    private void addNodes() {
        gauge("node_up", "1 if the node runs, else 0.", node -> node.state() == NodeSnapshot.State.RUNNING ? 1 : 0);
        gauge(
                "suspects_cut",
                "1 if the node thinks that it may be cut off, else 0.",
                node -> node.suspicion() == null ? 0 : 1);
        gauge("block_height", "Height of the chain that the node follows.", NodeSnapshot::height);
        gauge("peers", "Registered peers.", node -> node.peers().size());
        gauge("mempool_transactions", "Transactions that wait for a block.", NodeSnapshot::mempoolSize);
    }

    private void addLinks() {
        GaugeSnapshot.Builder state = named("link_state", "1 for the state that the link is in, 0 for the others.");
        for (LinkSnapshot link : picture.links()) {
            for (LinkSnapshot.State possible : LinkSnapshot.State.values()) {
                Labels labels = Labels.of(
                        "a", link.id().a().value(), "b", link.id().b().value(), "state", NodeAccess.word(possible));
                state.dataPoint(point(labels, link.state() == possible ? 1 : 0));
            }
        }
        metrics.add(state.build());
        direction(
                "link_delay_seconds",
                "Mean one-way delay of the frames delivered lately; absent before the first.",
                DirectionSnapshot::delayNanos);
        direction(
                "link_round_trip_seconds",
                "Latest round trip measured by the sending end; absent before the first.",
                DirectionSnapshot::roundTripNanos);
    }

    private void addTestnet() {
        metrics.add(named("components", "Groups of running nodes that reach each other.")
                .dataPoint(point(Labels.EMPTY, picture.components().size()))
                .build());
        metrics.add(named("tips", "Different chain tips that the running nodes follow.")
                .dataPoint(point(Labels.EMPTY, picture.tips()))
                .build());
        Healing healing = picture.healing();
        if (healing != null && healing.oneTipNanos() >= 0) {
            long nanos = healing.oneTipNanos() - healing.healedNanos();
            metrics.add(named(
                            "healing_seconds",
                            "From the last time that a cut network was whole again to one tip; absent until then.")
                    .dataPoint(point(Labels.EMPTY, nanos / NANOS_PER_SECOND))
                    .build());
        }
    }

    private void counter(String name, String help, ToLongFunction<NetworkStats> value) {
        CounterSnapshot.Builder builder =
                CounterSnapshot.builder().name(PREFIX + name).help(help);
        for (NodeSnapshot node : picture.nodes()) {
            builder.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels(node))
                    .value((double) value.applyAsLong(node.stats()))
                    .build());
        }
        metrics.add(builder.build());
    }

    private void gauge(String name, String help, ToDoubleFunction<NodeSnapshot> value) {
        GaugeSnapshot.Builder builder = named(name, help);
        picture.nodes().forEach(node -> builder.dataPoint(point(labels(node), value.applyAsDouble(node))));
        metrics.add(builder.build());
    }

    private void direction(String name, String help, ToLongFunction<DirectionSnapshot> nanos) {
        GaugeSnapshot.Builder builder = named(name, help);
        for (LinkSnapshot link : picture.links()) {
            for (Direction direction : Direction.values()) {
                long measured = nanos.applyAsLong(link.side(direction));
                if (measured >= 0) {
                    Labels labels = Labels.of(
                            "from",
                            link.id().sender(direction).value(),
                            "to",
                            link.id().receiver(direction).value());
                    builder.dataPoint(point(labels, measured / NANOS_PER_SECOND));
                }
            }
        }
        metrics.add(builder.build());
    }

    private static GaugeSnapshot.Builder named(String name, String help) {
        return GaugeSnapshot.builder().name(PREFIX + name).help(help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static Labels labels(NodeSnapshot node) {
        return Labels.of("node", node.name().value());
    }
}
