package org.polytorus.simulator.ui.graph;

/** From where everything is seen, with room for the nodes and their names at the edges. */
final class CameraFit {
    /** Room for a name beneath the lowest node, beyond the node itself. */
    private static final double LABEL_MARGIN = 40;

    private static final double MAX_SCALE = 2.2;

    private CameraFit() {}

    /** {@code covered} pixels at the lower edge are hidden; at most two thirds of the height are given up for them. */
    static Camera of(Camera.Box box, double width, double height, double covered) {
        double free = Math.max(height - covered, height / 3);
        Camera rough = Camera.fitting(box, width, free, LABEL_MARGIN, MAX_SCALE);
        double margin = Math.min(NodeArt.radius(rough) + LABEL_MARGIN, free / 4);
        return Camera.fitting(box, width, free, margin, MAX_SCALE);
    }
}
