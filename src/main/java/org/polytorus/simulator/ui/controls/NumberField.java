package org.polytorus.simulator.ui.controls;

import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A field for one number. Enter, or leaving the field, commits it; Escape takes the edit back; the arrow keys step.
 * Text that is no number in range commits nothing: the field is marked and {@link #problemProperty} says what is wrong.
 */
public final class NumberField extends TextField {
    private final Range range;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private double number;
    private boolean selectOnRelease;
    private DoubleConsumer onCommit = ignored -> {};

    /**
     * What the field takes.
     *
     * @param what how messages call the number, such as "The latency"
     * @param unit how messages end, such as " ms", or empty
     * @param decimals digits allowed after the point
     * @param step what an arrow key adds
     */
    public record Range(String what, String unit, double min, double max, int decimals, double step) {
        String problemWith(String found) {
            String kind = decimals == 0 ? "a whole number" : "a number";
            String shown = found.isEmpty() ? "nothing" : "\"" + found + "\"";
            return "%s is %s from %s to %s%s; found %s."
                    .formatted(what, kind, NumberField.text(min), NumberField.text(max), unit, shown);
        }
    }

    /** A field that shows {@code initial}. */
    public NumberField(Range range, double initial) {
        this.range = range;
        this.number = initial;
        setText(text(initial));
        setPrefColumnCount(6);
        textProperty().addListener((property, before, now) -> check());
        focusedProperty().addListener((property, before, now) -> focusChanged(now));
        setOnAction(event -> commit());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        // A click that gives the field the focus selects the number, so that typing replaces it.
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (selectOnRelease && getSelection().getLength() == 0) {
                selectAll();
            }
            selectOnRelease = false;
        });
    }

    /** Called with each number that the user commits, never for {@link #setNumber}. */
    public void setOnCommit(DoubleConsumer action) {
        onCommit = action;
    }

    /** What is wrong with the text, or empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The number that the text says, or nothing if it is not one in range. */
    public OptionalDouble number() {
        return parse(getText());
    }

    /** Shows a number, unless the user is writing one. */
    public void setNumber(double value) {
        boolean editing = isFocused() && !getText().equals(text(number));
        number = value;
        String wanted = text(value);
        if (!editing && !getText().equals(wanted)) {
            setText(wanted);
        }
    }

    private void focusChanged(boolean focused) {
        selectOnRelease = focused;
        if (!focused) {
            commit();
        }
    }

    private void commit() {
        OptionalDouble parsed = number();
        if (parsed.isPresent() && parsed.getAsDouble() != number) {
            number = parsed.getAsDouble();
            onCommit.accept(number);
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> step(range.step(), event);
            case DOWN -> step(-range.step(), event);
            case ESCAPE -> takeBack(event);
            default -> {}
        }
    }

    private void step(double by, KeyEvent event) {
        double stepped = number().orElse(number) + by;
        setText(text(Math.clamp(stepped, range.min(), range.max())));
        commit();
        event.consume();
    }

    /** An Escape that has nothing to take back goes on, for it closes dialogs. */
    private void takeBack(KeyEvent event) {
        if (!getText().equals(text(number))) {
            setText(text(number));
            selectAll();
            event.consume();
        }
    }

    private void check() {
        boolean good = number().isPresent();
        problem.set(good ? "" : range.problemWith(getText()));
        pseudoClassStateChanged(Styles.STATE_DANGER, !good);
    }

    private OptionalDouble parse(String text) {
        String pattern = range.decimals() == 0 ? "-?\\d{1,18}" : "-?\\d{1,15}([.,]\\d{1," + range.decimals() + "})?";
        String stripped = text.strip();
        if (!stripped.matches(pattern)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(stripped.replace(',', '.'));
        return value < range.min() || value > range.max() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
