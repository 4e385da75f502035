package org.polytorus.simulator.ui.graph;

import org.polytorus.simulator.ui.fx.Palette;

/** What is drawn, where it lies, and how it is looked at. */
record Frame(GraphScene scene, GraphLayout layout, Camera camera, Palette palette) {

    /** A node's place on the screen. */
    double x(int node) {
        return camera.screenX(layout.x(node));
    }

    /** A node's place on the screen. */
    double y(int node) {
        return camera.screenY(layout.y(node));
    }

    /** Every node's radius on the screen. */
    double radius() {
        return NodeArt.radius(camera);
    }
}
