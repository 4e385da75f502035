package org.polytorus.simulator.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.Quantities;

/** How each peer's score comes about, and what the node decided by scores. */
final class QualitySection extends FoldingSection {
    private static final int MOST_PEERS = 8;
    private static final int MOST_KINDS = 6;
    private static final int MOST_DECISIONS = 8;
    private static final int ALL = 100;

    private final Label state = new Label();
    private final LineList scores = new LineList(MOST_PEERS, "No peer is registered.");
    private final Label countsHeading = heading("Decided so far");
    private final LineList counts = new LineList(MOST_KINDS, "");
    private final LineList decisions = new LineList(MOST_DECISIONS, "Nothing was decided by scores.");

    QualitySection() {
        super("qualityFold", "Quality", false);
        state.setId("qualityState");
        state.setWrapText(true);
        scores.setId("qualityScores");
        counts.setId("qualityCounts");
        decisions.setId("qualityDecisions");
        setContent(state, heading("Scores"), scores, countsHeading, counts, heading("Latest decisions"), decisions);
    }

    void update(NodeSnapshot node, long nowNanos, Function<PeerId, String> names) {
        QualityStats quality = node.quality();
        state.setText(
                quality.enabled()
                        ? "Peers are treated by their scores."
                        : "Peers are scored, but all treated alike: quality of service is off.");
        scores.show(node.peers().stream()
                .map(peer -> names.apply(peer.id()) + ": " + scoreText(peer))
                .toList());
        List<String> numbers = new ArrayList<>();
        quality.counts().forEach((kind, count) -> numbers.add(kind.text() + ": " + Quantities.exact(count)));
        counts.show(numbers);
        showCounts(!numbers.isEmpty());
        summarise(summary(quality));
        decisions.show(quality.decisions().stream()
                .map(decision -> Quantities.span(nowNanos - decision.atNanos()) + " ago: " + decision.sentence(names))
                .toList());
    }

    private void showCounts(boolean any) {
        countsHeading.setVisible(any);
        countsHeading.setManaged(any);
        counts.setVisible(any);
        counts.setManaged(any);
    }

    private static String summary(QualityStats quality) {
        long decided =
                quality.counts().values().stream().mapToLong(Long::longValue).sum();
        return (quality.enabled() ? "on, " : "off, ") + Quantities.plural(decided, "decision");
    }

    private static String scoreText(PeerSnapshot peer) {
        PeerScore score = peer.score();
        if (score == null) {
            return "too little is known yet";
        }
        List<String> costs = new ArrayList<>();
        for (PeerScore.Part part : score.parts()) {
            if (part.percent() < ALL) {
                costs.add(part.name() + " " + part.percent() + " % (" + part.measured() + ")");
            }
        }
        String whole = score.points() + " of " + ALL;
        return costs.isEmpty() ? whole : whole + " = " + String.join(" × ", costs);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("fact-name");
        return label;
    }
}
