package org.polytorus.simulator.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerFigures;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;

class NodeInspectorTest extends WindowFixture {
    private static final NodeName NODE = new NodeName("node1");

    @BeforeEach
    void selectTheNode() {
        open();
        selectNode("node1");
    }

    @Test
    void theSelectedNodeIsShownWithItsPeersAndCounters() {
        assertThat(text("nodeTitle")).isEqualTo("node1");
        assertThat(text("nodeState")).isEqualTo("Running");
        assertThat(text("stat_messages_sent")).isEqualTo("321");
        assertThat(find("peersTable", TableView.class).getItems().size()).isEqualTo(2);
        assertThat(text("chartsSubject")).isEqualTo("node1");
    }

    @Test
    void scoresAndWhatTheyDecidedAreShownInWordsWithNames() {
        assertThat(lines("qualityScores"))
                .containsExactly("node2: too little is known yet", "node3: too little is known yet");
        assertThat(text("qualityState"))
                .isEqualTo("Peers are scored, but all treated alike: quality of service is off.");
        publish(of -> Pictures.withNode(of, "node1", node -> {
            PeerId peer = node.peers().getFirst().id();
            EnumMap<QualityStats.Kind, Long> counts = new EnumMap<>(QualityStats.Kind.class);
            counts.put(QualityStats.Kind.RATE_LIMIT, 3L);
            QualityStats quality = new QualityStats(
                    true,
                    List.of(new QualityStats.Decision(
                            of.epochNanos(), QualityStats.Kind.REPLACED, peer, new PeerId(1, 2), "it was poor", 2)),
                    counts);
            PeerScore score = new PeerScore(
                    40,
                    List.of(
                            new PeerScore.Part("round trip", 100, new PeerFigures.RoundTrip(1_000_000, 0)),
                            new PeerScore.Part("pings", 40, new PeerFigures.Unanswered(0.37, 9))));
            return Pictures.withQuality(node, quality, score);
        }));
        until(() -> text("qualityState").equals("Peers are treated by their scores."));
        assertThat(lines("qualityScores")).startsWith("node2: 40 of 100 = pings 40 % (37 % unanswered lately, of 9)");
        assertThat(lines("qualityCounts")).containsExactly("rate limit changed: 3");
        assertThat(lines("qualityDecisions"))
                .containsExactly("0 s ago: node2 had to give its place to stranger " + new PeerId(1, 2).shortText()
                        + ": it was poor; 2 times");
        TableView<?> peers = find("peersTable", TableView.class);
        assertThat(peers.getColumns().get(2).getCellData(0)).isEqualTo("40");
    }

    @Test
    void whatSaysLittleIsFoldedToOneLineAndStaysUnfoldedOnTheWayToAnotherNode() {
        assertThat(isShown("queuesFoldSummary")).isTrue();
        assertThat(text("queuesFoldSummary")).isEqualTo("28 waiting, 1 peer away");
        assertThat(text("storageFoldSummary")).isEqualTo("in memory only");
        assertThat(text("blacklistFoldSummary")).isEqualTo("nobody");
        assertThat(isShown("queuesFoldSummary")).isTrue();
        robot.interact(() -> find("queuesFold", ToggleButton.class).fire());
        assertThat(isShown("queuesFoldSummary")).isFalse();
        selectNode("node2");
        until(() -> text("nodeTitle").equals("node2"));
        assertThat(find("queuesFold", ToggleButton.class).isSelected()).isTrue();
        assertThat(find("storageFold", ToggleButton.class).isSelected()).isFalse();
    }

    @Test
    void stopMineAndStartAskTheTestnet() {
        robot.clickOn("#stopButton").clickOn("#mineButton");
        publish(of -> Pictures.withNode(of, "node1", node -> Pictures.withState(node, NodeSnapshot.State.STOPPED, "")));
        until(() -> text("nodeState").equals("Stopped"));
        assertThat(find("mineButton", Button.class).isDisabled()).isTrue();
        robot.clickOn("#startButton");
        assertThat(testnet.commands())
                .containsExactly(
                        new TestnetCommand.StopNode(NODE),
                        new TestnetCommand.MineBlock(NODE),
                        new TestnetCommand.StartNode(NODE));
    }

    @Test
    void aTransactionIsSentOnlyWithGoodNamesAndAmount() {
        write("transactionTo", " ");
        press("sendButton");
        assertThat(testnet.commands()).isEmpty();
        assertThat(text("transactionRefusal")).isEqualTo("The receiver has 1 to 64 characters; found 0.");
        write("transactionTo", "bob");
        write("transactionAmount", "0");
        press("sendButton");
        assertThat(testnet.commands()).isEmpty();
        write("transactionAmount", "25");
        press("sendButton");
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.SendTransaction(NODE, "node1", "bob", 25));
    }

    @Test
    void aFloodIsStartedAsTheFormSaysAndItsProgressIsShown() {
        choose("floodKind", FloodSpec.Kind.TRANSACTION);
        write("floodRate", "0");
        press("startFloodButton");
        assertThat(text("floodProblem")).startsWith("The rate is a whole number from 1 to 100000");
        write("floodRate", "1000");
        write("floodSize", "700");
        robot.interact(
                () -> find("floodTarget", ComboBox.class).getSelectionModel().select(1));
        press("startFloodButton");
        FloodSpec wanted =
                new FloodSpec(FloodSpec.Kind.TRANSACTION, 1_000, 700, new NodeName("node2"), Duration.ofSeconds(10));
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.StartFlood(NODE, wanted));
        NodeSnapshot.FloodProgress progress = new NodeSnapshot.FloodProgress(
                FloodSpec.Kind.TRANSACTION, 1_000, 4_321, 17, Pictures.START_NANOS + 6_000_000_000L);
        publish(of -> Pictures.withNode(of, "node1", node -> Pictures.withFlood(node, progress)));
        until(() -> text("floodProgress").equals("Transactions: 4,321 sent, 17 held back, 6 s left"));
        press("stopFloodButton");
        assertThat(testnet.commands()).last().isEqualTo(new TestnetCommand.StopFlood(NODE));
    }

    @Test
    void queuesAndAwayPeersAreShown() {
        assertThat(text("queueSizes")).isEqualTo("critical 1, high 20, normal 3, low 4");
        assertThat(text("queueDropped")).isEqualTo("67, of which too old 7");
        assertThat(lines("awayPeers")).containsExactly("node9: for 8 s, 12 messages kept, 5 dropped");
    }

    @Test
    void theSearchForPeersIsShownInWords() {
        assertThat(text("discoverySearch")).isEqualTo("off");
        publish(of -> Pictures.withNode(
                of,
                "node1",
                node -> Pictures.withDiscovery(node, new DiscoveryStats(true, 25, 40, 31, 1, 1, 7, 3, 1_234, 5))));
        until(() -> text("discoverySearch").endsWith(", looks for 25"));
        assertThat(text("discoveryAddresses")).isEqualTo("40");
        assertThat(text("discoveryTable")).isEqualTo("31 contacts in 1 bucket");
        assertThat(text("discoveryLookups")).isEqualTo("7 done, the last of 3 hops, one under way");
        assertThat(text("discoveryQuestions")).isEqualTo("1,234 answered, 5 ignored");
    }

    @Test
    void aPeerIsPutOnTheBlacklistFromThePeersTable() {
        robot.interact(() -> {
            TableView<?> table = find("peersTable", TableView.class);
            table.getSelectionModel().select(0);
            table.getContextMenu().getItems().getFirst().fire();
        });
        assertThat(find("blacklistFold", ToggleButton.class).isSelected()).isTrue();
        write("blacklistReason", "too loud");
        write("blacklistMinutes", "3");
        press("blacklistButton");
        assertThat(testnet.commands())
                .containsExactly(new TestnetCommand.BlacklistPeer(
                        NODE,
                        new PeerId(0x1234_5678_9abc_4defL + 1, 0x8000_0000_0000_0000L + 1),
                        "too loud",
                        Duration.ofMinutes(3)));
    }

    @Test
    void anEntryOfTheBlacklistIsShownAndCanBeTakenOff() {
        PeerId peer = new PeerId(3, 4);
        publish(of -> Pictures.withNode(
                of,
                "node1",
                node -> Pictures.withBlacklist(
                        node,
                        new NodeSnapshot.BlacklistEntry(
                                peer, new NodeName("node2"), null, "too loud", true, 0, Long.MAX_VALUE))));
        VBox rows = find("blacklistRows", VBox.class);
        until(() -> !rows.getChildren().isEmpty());
        HBox row = (HBox) rows.getChildren().getFirst();
        Label text = (Label) row.getChildren().getFirst();
        until(() -> text.getText().equals("node2: too loud; by order, for ever"));
        robot.interact(() -> ((Button) row.getChildren().getLast()).fire());
        assertThat(testnet.commands()).containsExactly(new TestnetCommand.UnblacklistPeer(NODE, peer));
    }

    @Test
    void whereTheNodesMemoryLiesAndWhatIsWrongWithItIsShown() {
        assertThat(text("storageDirectory")).isEqualTo("none: the chain is in memory only");
        StorageStats kept = new StorageStats("/srv/node1", 1_234, 2_097_152, 3, 1_200, 2, 7, "could not write");
        publish(of -> Pictures.withNode(of, "node1", node -> Pictures.withStorage(node, kept)));
        until(() -> text("storageDirectory").equals("/srv/node1"));
        assertThat(text("storageHolds")).isEqualTo("1,234 blocks, 3 peers, 2 MiB");
        assertThat(text("storageTakenOver")).isEqualTo("1,200 blocks, 2 left out");
        assertThat(text("storageUnwritten")).isEqualTo("7 blocks");
        assertThat(text("storageProblem")).isEqualTo("The node could not write");
    }

    private List<String> lines(String id) {
        return find(id, VBox.class).getChildren().stream()
                .map(line -> ((Label) line).getText())
                .toList();
    }

    private void write(String field, String text) {
        robot.interact(() -> find(field, TextField.class).setText(text));
    }

    private void press(String button) {
        robot.interact(() -> find(button, Button.class).fire());
    }

    private void choose(String box, FloodSpec.Kind kind) {
        @SuppressWarnings("unchecked")
        ComboBox<FloodSpec.Kind> combo = find(box, ComboBox.class);
        robot.interact(() -> combo.setValue(kind));
    }
}
