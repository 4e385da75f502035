package org.polytorus.simulator.ui.shell;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.ui.controls.Facts;

/** Problems in full words, which can be selected and copied; gone once dismissed, back when there is another one. */
final class ProblemBar extends HBox {
    private static final int MOST_ROWS = 6;
    /** Icon, buttons and paddings. */
    private static final double OTHER_PIXELS = 260;

    private static final double PIXELS_PER_CHARACTER = 7.6;
    private static final int LEAST_CHARACTERS_PER_ROW = 40;

    private final TextArea text = new TextArea();
    private List<String> fromFiles = List.of();
    private List<String> fromTestnet = List.of();
    private List<String> dismissed = List.of();

    ProblemBar() {
        setId("problemBar");
        getStyleClass().add("problem-bar");
        text.setId("problemText");
        text.setEditable(false);
        text.setWrapText(true);
        text.setAccessibleText("Problems");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = button("copyProblems", "Copy", Feather.COPY, "Copy the problems as text");
        copy.setOnAction(event -> Facts.copy(text.getText()));
        Button dismiss = button("dismissProblems", "Dismiss", Feather.X, "Hide these problems");
        dismiss.setOnAction(event -> {
            dismissed = all();
            refresh();
        });
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        getChildren().addAll(icon, text, copy, dismiss);
        widthProperty().addListener((property, before, now) -> fitRows());
        refresh();
    }

    /** What reading or starting said; shown again even if the same was dismissed before. */
    void showFromFiles(List<String> problems) {
        fromFiles = problems;
        dismissed = List.of();
        refresh();
    }

    /** What lasts in the running testnet. */
    void showFromTestnet(List<String> problems) {
        if (!problems.equals(fromTestnet)) {
            fromTestnet = problems;
            refresh();
        }
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(fromFiles);
        fromTestnet.stream().filter(problem -> !fromFiles.contains(problem)).forEach(all::add);
        return all;
    }

    private void refresh() {
        List<String> all = all();
        boolean shown = !dismissed.containsAll(all);
        if (shown) {
            text.setText(String.join("\n", all));
            fitRows();
        }
        setVisible(shown);
        setManaged(shown);
    }

    private void fitRows() {
        int perRow = Math.max(LEAST_CHARACTERS_PER_ROW, (int) ((getWidth() - OTHER_PIXELS) / PIXELS_PER_CHARACTER));
        int rows = text.getText()
                .lines()
                .mapToInt(line -> 1 + line.length() / perRow)
                .sum();
        text.setPrefRowCount(Math.clamp(rows, 1, MOST_ROWS));
    }

    private static Button button(String id, String label, Feather icon, String tip) {
        Button button = new Button(label, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
