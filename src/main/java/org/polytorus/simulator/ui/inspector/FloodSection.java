package org.polytorus.simulator.ui.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;
import org.polytorus.simulator.ui.controls.Quantities;

/** The form that makes a node flood its neighbours, and how far the flood is. */
final class FloodSection extends FoldingSection {
    private final NodeName node;
    private final Commands commands;
    private final ComboBox<FloodSpec.Kind> kind = new ComboBox<>();
    private final ComboBox<FloodTarget> target = new ComboBox<>();
    private final NumberField rate =
            new NumberField(new NumberField.Range("The rate", " messages/s", 1, FloodSpec.MAX_RATE, 0, 100), 1_000);
    private final NumberField size =
            new NumberField(new NumberField.Range("The size", " bytes", 1, FloodSpec.MAX_MESSAGE_BYTES, 0, 100), 500);
    private final NumberField seconds = new NumberField(
            new NumberField.Range("The duration", " seconds", 1, (double) FloodSpec.MAX_DURATION.toSeconds(), 0, 1),
            10);
    private final Button start = new Button("Start _flood", new FontIcon(Feather.ZAP));
    private final CommandButton stop;
    private final MessageLabel problem = new MessageLabel("floodProblem");
    private final MessageLabel refusal = new MessageLabel("floodRefusal");
    private final Label progress = new Label();

    FloodSection(NodeName node, Commands commands) {
        super("floodFold", "Flood", true);
        this.node = node;
        this.commands = commands;
        stop = new CommandButton(
                "stopFloodButton",
                "Stop flood",
                Feather.SQUARE,
                "End the flood now",
                commands,
                () -> new TestnetCommand.StopFlood(node),
                refusal);
        nameControls();
        kind.getItems().setAll(FloodSpec.Kind.values());
        kind.setConverter(new KindText());
        kind.setValue(FloodSpec.Kind.PING);
        size.disableProperty().bind(kind.valueProperty().map(chosen -> !chosen.sizeable()));
        target.getItems().setAll(FloodTarget.ALL);
        target.setValue(FloodTarget.ALL);
        start.setOnAction(event -> start());
        progress.setWrapText(true);
        FlowPane buttons = new FlowPane(8, 8, start, stop);
        setContent(form(), buttons, problem, refusal, progress);
    }

    void update(NodeSnapshot snapshot, long nowNanos) {
        NodeSnapshot.FloodProgress flood = snapshot.flood();
        start.setDisable(snapshot.state() != NodeSnapshot.State.RUNNING || flood != null);
        stop.setDisable(flood == null);
        progress.setText(flood == null ? "No flood is under way." : text(flood, nowNanos));
        summarise(flood == null ? "" : text(flood, nowNanos));
        offerTargets(snapshot.peers());
    }

    private void nameControls() {
        kind.setId("floodKind");
        target.setId("floodTarget");
        rate.setId("floodRate");
        size.setId("floodSize");
        seconds.setId("floodSeconds");
        start.setId("startFloodButton");
        progress.setId("floodProgress");
        start.setTooltip(new Tooltip("The flood ends by itself after the given time"));
        kind.setMaxWidth(Double.MAX_VALUE);
        target.setMaxWidth(Double.MAX_VALUE);
    }

    private Facts form() {
        Facts form = new Facts();
        form.getStyleClass().add("form");
        form.row("Kind", kind);
        form.row("Target", target);
        form.row("Messages/s", rate);
        form.row("Bytes each", size);
        form.row("Seconds", seconds);
        return form;
    }

    private void start() {
        refusal.setText("");
        String wrong = Stream.of(rate, size, seconds)
                .filter(field -> !field.isDisabled())
                .map(field -> field.problemProperty().get())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        problem.setText(wrong);
        OptionalDouble bytes = size.isDisabled() ? OptionalDouble.of(1) : size.number();
        if (!wrong.isEmpty() || bytes.isEmpty()) {
            return;
        }
        FloodSpec flood = new FloodSpec(
                kind.getValue(),
                (int) rate.number().orElseThrow(),
                (int) bytes.getAsDouble(),
                target.getValue().name(),
                Duration.ofSeconds((long) seconds.number().orElseThrow()));
        commands.submit(
                new TestnetCommand.StartFlood(node, flood),
                result -> refusal.setText(result.done() ? "" : result.message()));
    }

    /** The list is touched only when the neighbours have changed, so that an open list stays open. */
    private void offerTargets(List<NodeSnapshot.PeerSnapshot> peers) {
        List<FloodTarget> offered = new ArrayList<>();
        offered.add(FloodTarget.ALL);
        peers.stream()
                .flatMap(peer -> Stream.ofNullable(peer.name()))
                .sorted()
                .distinct()
                .map(FloodTarget::new)
                .forEach(offered::add);
        if (!offered.equals(target.getItems())) {
            FloodTarget chosen = target.getValue();
            target.getItems().setAll(offered);
            target.setValue(offered.contains(chosen) ? chosen : FloodTarget.ALL);
        }
    }

    private static String text(NodeSnapshot.FloodProgress flood, long nowNanos) {
        return "%s: %s sent, %s held back, %s left"
                .formatted(
                        flood.kind().text(),
                        Quantities.exact(flood.sent()),
                        Quantities.exact(flood.heldBack()),
                        Quantities.span(flood.endsAtNanos() - nowNanos));
    }

    private static final class KindText extends StringConverter<FloodSpec.Kind> {
        @Override
        public String toString(FloodSpec.@Nullable Kind kind) {
            return kind == null ? "" : kind.text();
        }

        @Override
        public FloodSpec.Kind fromString(String text) {
            return FloodSpec.Kind.valueOf(text);
        }
    }
}
