package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;

/**
 * Two canvases on each other: what stands still is drawn on the lower one, and only when it has changed; what moves on the
 * upper one. Belongs to the FX thread.
 */
final class GraphLayers {
    private final Canvas still = new Canvas();
    private final Canvas motion = new Canvas();
    private final StillPainter stillPainter = new StillPainter(new Lettering());
    private final MotionPainter motionPainter = new MotionPainter(stillPainter);
    private boolean stillIsOld = true;
    private boolean motionIsOld = true;

    GraphLayers() {
        still.setMouseTransparent(true);
        motion.setMouseTransparent(true);
    }

    /** The lower one first. */
    List<Node> nodes() {
        return List.of(still, motion);
    }

    double width() {
        return still.getWidth();
    }

    double height() {
        return still.getHeight();
    }

    void resize(double width, double height) {
        for (Canvas canvas : List.of(still, motion)) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        stillIsOld = true;
    }

    /** Something that stands still has changed. */
    void stillChanged() {
        stillIsOld = true;
    }

    /** Something that moves, or is pointed at, has changed. */
    void motionChanged() {
        motionIsOld = true;
    }

    /** Draws what has changed. */
    void draw(Frame frame, Emphasis emphasis, Pointing pointing, List<Dots.Dot> dots, long nanos) {
        if (width() < 1 || height() < 1) {
            return;
        }
        if (stillIsOld) {
            stillIsOld = false;
            motionIsOld = true;
            stillPainter.paint(still, frame, emphasis);
        }
        if (motionIsOld) {
            motionIsOld = false;
            motionPainter.paint(motion, frame, pointing, dots, nanos);
        }
    }
}
