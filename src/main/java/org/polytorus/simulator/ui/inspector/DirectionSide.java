package org.polytorus.simulator.ui.inspector;

import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** Everything about one direction of the shown link: asked above, measured below. */
final class DirectionSide extends VBox {
    private final Direction direction;
    private final Label heading = new Label();
    private final MessageLabel refusal;
    private final DirectionBlock asked;
    private final MoreFaults more;
    private final MeasuredBlock measured;
    private ConditionsSender sender;

    DirectionSide(Direction direction, Commands commands, LinkId link, DirectionBlock.UnaryChange onChange) {
        this.direction = direction;
        getStyleClass().add("section");
        heading.getStyleClass().add("section-heading");
        heading.setWrapText(true);
        heading.setText(link.sender(direction) + " → " + link.receiver(direction));
        refusal = new MessageLabel(direction == Direction.A_TO_B ? "refusalAtoB" : "refusalBtoA");
        asked = new DirectionBlock(direction, onChange);
        more = new MoreFaults(direction, onChange);
        measured = new MeasuredBlock(direction);
        sender = new ConditionsSender(commands, link, direction, refusal::setText);
        getChildren().addAll(heading, asked, more, refusal, measured);
    }

    /** Wishes a change of this direction. */
    void change(UnaryOperator<LinkConditions> change) {
        sender.change(change);
    }

    void update(LinkSnapshot link, long sequence) {
        LinkSnapshot.DirectionSnapshot side = link.side(direction);
        if (sender.follow(side.requested(), sequence)) {
            asked.follow(side.requested());
            more.follow(side);
        }
        measured.show(side);
    }
}
