package org.polytorus.simulator.ui.inspector;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkConditionsBuilder;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.ui.controls.NumberField;
import org.polytorus.simulator.ui.controls.Quantities;

/** The rarer faults of one direction, each with what came of it. Opens by itself when one is in force. */
final class MoreFaults extends TitledPane {
    private static final double MAX_MILLIS = LinkConditions.MAX_LATENCY.toMillis();
    private static final double MAX_KILOBITS = 10_000_000;
    private static final double MAX_QUEUE_KIB = 1_048_576;
    private static final double MAX_PIECE_BYTES = 1_048_576;
    private static final int KIBI = 1_024;
    private static final int KILO = 1_000;
    private static final int PERCENT = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final String suffix;
    private final DirectionBlock.UnaryChange onChange;
    private final ChoiceBox<Jitter.Shape> shape = new ChoiceBox<>();
    private final FaultRow jitter;
    private final FaultRow duplication;
    private final FaultRow reordering;
    private final FaultRow heldBack;
    private final FaultRow corruption;
    private final FaultRow bandwidth;
    private final FaultRow queue;
    private final FaultRow pieces;
    private final FaultRow pause;
    private final FaultRow closeDelay;
    private boolean following;
    private boolean openedForFault;

    MoreFaults(Direction direction, DirectionBlock.UnaryChange onChange) {
        this.suffix = direction == Direction.A_TO_B ? "AtoB" : "BtoA";
        this.onChange = onChange;
        setId("moreFaults" + suffix);
        setText("More faults");
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "more-faults");
        shape.getItems().setAll(Jitter.Shape.values());
        shape.setValue(Jitter.Shape.UNIFORM);
        shape.setId("jitterShape" + suffix);
        shape.setTooltip(new Tooltip("Uniform: any latency within the spread is as likely as any other. Normal: most"
                + " lie near the mean; the spread is the standard deviation"));
        shape.setConverter(new StringConverter<>() {
            @Override
            public String toString(Jitter.Shape of) {
                return of == null ? "" : of.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public Jitter.Shape fromString(String text) {
                return Jitter.Shape.valueOf(text.toUpperCase(Locale.ROOT));
            }
        });
        shape.setOnAction(event -> changeShape());
        jitter = row(
                "Jitter",
                "jitter",
                millis("The jitter"),
                (to, value) -> to.jitter(new Jitter(duration(Math.min(value, latencyMillis(to))), shape.getValue())));
        jitter.setAccessibleHelp("At most the latency");
        duplication = row(
                "Duplication", "duplication", share("The duplication"), (to, value) -> to.duplication(value / PERCENT));
        reordering = row(
                "Reordering",
                "reordering",
                share("The reordering"),
                (to, value) -> to.reordering(
                        new Reordering(value / PERCENT, to.build().reordering().heldBack())));
        heldBack = row(
                "held back",
                "heldBack",
                new NumberField.Range("The time held back", " ms", 1, MAX_MILLIS, 0, 10),
                (to, value) ->
                        to.reordering(new Reordering(to.build().reordering().probability(), duration(value))));
        corruption =
                row("Corruption", "corruption", share("The corruption"), (to, value) -> to.corruption(value / PERCENT));
        bandwidth = row(
                "Bandwidth",
                "bandwidth",
                new NumberField.Range("The bandwidth", " kbit/s", 0, MAX_KILOBITS, 3, 100),
                (to, value) -> to.bandwidth(value == 0 ? null : new Bandwidth(Math.max(1, Math.round(value * KILO)))));
        queue = row(
                "Queue",
                "queue",
                new NumberField.Range("The queue", " KiB", 0, MAX_QUEUE_KIB, 3, 1),
                (to, value) -> to.queueBytes((int) Math.min(Integer.MAX_VALUE, Math.round(value * KIBI))));
        pieces = row(
                "Pieces of",
                "pieces",
                new NumberField.Range("The size of a piece", " B", 0, MAX_PIECE_BYTES, 0, 10),
                (to, value) -> to.slicing(value == 0 ? null : new Slicing((int) value, pause(to))));
        pause = row(
                "every",
                "pause",
                new NumberField.Range("The pause", " ms", 0, Slicing.MAX_PAUSE.toMillis(), 3, 1),
                (to, value) -> {
                    Slicing slicing = to.build().slicing();
                    return slicing == null ? to : to.slicing(new Slicing(slicing.pieceBytes(), duration(value)));
                });
        closeDelay = row(
                "Late close",
                "closeDelay",
                millis("The delay of the close"),
                (to, value) -> to.closeDelay(duration(value)));
        explain();
        setContent(new VBox(
                6,
                jitter,
                shapeRow(),
                duplication,
                reordering,
                heldBack,
                corruption,
                bandwidth,
                queue,
                pieces,
                pause,
                closeDelay));
    }

    /** Changes one setting to what the field says. */
    private interface Setting {
        LinkConditionsBuilder set(LinkConditionsBuilder conditions, double value);
    }

    private FaultRow row(String name, String id, NumberField.Range range, Setting setting) {
        return new FaultRow(
                name,
                id + suffix,
                range,
                value -> onChange.accept(
                        conditions -> setting.set(conditions.but(), value).build()));
    }

    private HBox shapeRow() {
        Label label = new Label("distribution");
        label.setLabelFor(shape);
        label.getStyleClass().add("control-name");
        label.setMinWidth(FaultRow.NAME_WIDTH);
        HBox row = new HBox(8, label, shape);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void explain() {
        Tooltip.install(duplication, new Tooltip("Percent of messages that arrive twice"));
        Tooltip.install(reordering, new Tooltip("Percent of messages that are held back while others pass"));
        Tooltip.install(corruption, new Tooltip("Percent of messages of which one bit arrives flipped"));
        Tooltip.install(bandwidth, new Tooltip("0: no limit"));
        Tooltip.install(
                queue,
                new Tooltip("What may wait for the bandwidth; more is discarded. 0: the sender is held back instead"));
        Tooltip.install(pieces, new Tooltip("Frames arrive in pieces of so many bytes. 0: whole"));
        Tooltip.install(closeDelay, new Tooltip("How much later the end of a connection arrives"));
    }

    /** Shows what is in force; what the user writes at this moment is left alone. */
    void follow(DirectionSnapshot side) {
        following = true;
        LinkConditions asked = side.requested();
        LinkFidelity got = side.fidelity();
        shape.setValue(asked.jitter().shape());
        Slicing slicing = asked.slicing();
        jitter.show(
                asked.jitter().spread().toNanos() / NANOS_PER_MILLI,
                asked.jitter().isNone()
                        ? ""
                        : "± "
                                + Quantities.millis(
                                        got.jitterNanos(asked.jitter().shape())));
        duplication.show(asked.duplication() * PERCENT, shareText(asked.duplication(), got.duplicated(), got));
        reordering.show(
                asked.reordering().probability() * PERCENT,
                shareText(asked.reordering().probability(), got.heldBack(), got));
        heldBack.show(asked.reordering().heldBack().toNanos() / NANOS_PER_MILLI, heldBackText(asked, got));
        corruption.show(asked.corruption() * PERCENT, shareText(asked.corruption(), got.corrupted(), got));
        bandwidth.show(
                asked.bandwidth() == null ? 0 : (double) asked.bandwidth().bitsPerSecond() / KILO,
                asked.bandwidth() == null ? "" : Quantities.count(got.bitsPerSecond()) + "bit/s");
        queue.show((double) asked.queueBytes() / KIBI, queueText(asked, got));
        pieces.show(
                slicing == null ? 0 : slicing.pieceBytes(),
                slicing == null || got.pieces() == 0 ? "" : Quantities.bytes(got.pieceBytes()));
        pause.show(
                slicing == null ? 0 : slicing.pause().toNanos() / NANOS_PER_MILLI,
                slicing == null || got.pauseNanos() < 0 ? "" : Quantities.millis(got.pauseNanos()));
        pause.setDisable(slicing == null);
        closeDelay.show(
                asked.closeDelay().toNanos() / NANOS_PER_MILLI,
                asked.closeDelay().isZero() || got.closeDelayNanos() < 0
                        ? ""
                        : Quantities.millis(got.closeDelayNanos()));
        following = false;
        openForFault(asked);
    }

    private void openForFault(LinkConditions asked) {
        boolean hasOther = !asked.but()
                .latency(Duration.ZERO)
                .jitter(Jitter.NONE)
                .loss(0)
                .blackHole(false)
                .build()
                .isNone();
        boolean hasFault = hasOther || !asked.jitter().isNone();
        if (hasFault && !openedForFault) {
            setExpanded(true);
        }
        openedForFault = hasFault;
    }

    private void changeShape() {
        if (!following) {
            Jitter.Shape wished = shape.getValue();
            onChange.accept(conditions -> conditions
                    .but()
                    .jitter(new Jitter(conditions.jitter().spread(), wished))
                    .build());
        }
    }

    private static String heldBackText(LinkConditions asked, LinkFidelity got) {
        return asked.reordering().probability() == 0 || got.heldBackNanos() < 0
                ? ""
                : Quantities.millis(got.heldBackNanos()) + ", " + Quantities.exact(got.overtaken()) + " overtaken";
    }

    /** What waits for the bandwidth; where there is none, nothing does. */
    private static String queueText(LinkConditions asked, LinkFidelity got) {
        if (asked.bandwidth() == null) {
            return "";
        }
        String waiting = Quantities.bytes((double) got.waitingBytes());
        return asked.queueBytes() == 0 ? waiting : waiting + ", " + Quantities.exact(got.overflowed()) + " too many";
    }

    private static String shareText(double asked, long count, LinkFidelity fidelity) {
        if (asked == 0) {
            return "";
        }
        return fidelity.messages() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", fidelity.share(count) * PERCENT);
    }

    private static double latencyMillis(LinkConditionsBuilder of) {
        return of.build().latency().toNanos() / NANOS_PER_MILLI;
    }

    private static Duration pause(LinkConditionsBuilder of) {
        Slicing before = of.build().slicing();
        return before == null ? Duration.ofMillis(1) : before.pause();
    }

    private static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
    }

    private static NumberField.Range millis(String what) {
        return new NumberField.Range(what, " ms", 0, MAX_MILLIS, 3, 10);
    }

    private static NumberField.Range share(String what) {
        return new NumberField.Range(what, " %", 0, PERCENT, 3, 1);
    }
}
