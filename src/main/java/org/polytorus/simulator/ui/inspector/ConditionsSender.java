package org.polytorus.simulator.ui.inspector;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.TestnetCommand;

/**
 * Sends the wished conditions of one direction: the first change at once, further ones at most every 100 ms, the last
 * always. Knows until when the snapshot is older than what was wished.
 */
final class ConditionsSender {
    private static final Duration LEAST_DISTANCE = Duration.millis(100);

    private final Commands commands;
    private final LinkId link;
    private final Direction direction;
    private final Consumer<String> refusal;
    private final PauseTransition pause = new PauseTransition(LEAST_DISTANCE);
    private @Nullable LinkConditions unsent;
    private @Nullable LinkConditions wished;
    private LinkConditions inForce = LinkConditions.NONE;
    private int unanswered;
    private long latestSequence;
    private long answeredAtSequence = -1;

    ConditionsSender(Commands commands, LinkId link, Direction direction, Consumer<String> refusal) {
        this.commands = commands;
        this.link = link;
        this.direction = direction;
        this.refusal = refusal;
        pause.setOnFinished(event -> sendUnsent());
    }

    /** Changes what is wished, starting from the latest wish, or from what is in force. */
    void change(UnaryOperator<LinkConditions> change) {
        LinkConditions changed = change.apply(wished == null ? inForce : wished);
        wished = changed;
        unsent = changed;
        if (pause.getStatus() != Animation.Status.RUNNING) {
            sendUnsent();
        }
    }

    /** Takes what the snapshot says; true if it is newer than every wish, so that controls should follow it. */
    boolean follow(LinkConditions conditions, long sequence) {
        inForce = conditions;
        latestSequence = sequence;
        boolean settled = unsent == null && unanswered == 0 && sequence > answeredAtSequence;
        if (settled) {
            wished = null;
        }
        return settled;
    }

    private void sendUnsent() {
        LinkConditions sending = unsent;
        if (sending == null) {
            return;
        }
        unsent = null;
        unanswered++;
        commands.submit(new TestnetCommand.SetConditions(link, direction, sending), this::answered);
        pause.playFromStart();
    }

    private void answered(CommandResult result) {
        unanswered--;
        // A refused wish never shows in a snapshot: the controls go back with the next one.
        answeredAtSequence = latestSequence;
        refusal.accept(result.done() ? "" : result.message());
    }
}
