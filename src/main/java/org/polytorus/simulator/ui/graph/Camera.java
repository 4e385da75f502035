package org.polytorus.simulator.ui.graph;

/**
 * Where the picture's world lies on the screen: a point's place on the screen is its place in the world times
 * {@code scale} plus the offset.
 */
record Camera(double scale, double offsetX, double offsetY) {
    static final double MIN_SCALE = 0.01;
    static final double MAX_SCALE = 6;
    static final Camera START = new Camera(1, 0, 0);

    Camera {
        scale = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    }

    /** A rectangle of the world. */
    record Box(double minX, double minY, double maxX, double maxY) {}

    /** Shows the whole box in the middle of the view, at most {@code maxScale} large. */
    static Camera fitting(Box box, double width, double height, double margin, double maxScale) {
        double spaceX = Math.max(1, width - 2 * margin);
        double spaceY = Math.max(1, height - 2 * margin);
        double worldWidth = Math.max(1e-6, box.maxX - box.minX);
        double worldHeight = Math.max(1e-6, box.maxY - box.minY);
        double scale = Math.min(maxScale, Math.min(spaceX / worldWidth, spaceY / worldHeight));
        double kept = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
        return new Camera(
                kept, width / 2 - kept * (box.minX + box.maxX) / 2, height / 2 - kept * (box.minY + box.maxY) / 2);
    }

    double screenX(double worldX) {
        return worldX * scale + offsetX;
    }

    double screenY(double worldY) {
        return worldY * scale + offsetY;
    }

    double worldX(double screenX) {
        return (screenX - offsetX) / scale;
    }

    double worldY(double screenY) {
        return (screenY - offsetY) / scale;
    }

    Camera pannedBy(double screenX, double screenY) {
        return new Camera(scale, offsetX + screenX, offsetY + screenY);
    }

    /** Zooms so that what lies under the given point of the screen stays under it. */
    Camera zoomedAt(double factor, double screenX, double screenY) {
        double zoomed = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        if (zoomed == scale) {
            return this;
        }
        double kept = zoomed / scale;
        return new Camera(zoomed, screenX - (screenX - offsetX) * kept, screenY - (screenY - offsetY) * kept);
    }

    /** Puts a point of the world at a point of the screen. */
    Camera showing(double worldX, double worldY, double screenX, double screenY) {
        return new Camera(scale, screenX - worldX * scale, screenY - worldY * scale);
    }

    /** Part of the way to another camera; arrives exactly when what is left cannot be seen. */
    Camera towards(Camera target, double fraction) {
        boolean near = Math.abs(target.scale - scale) < 1e-4 * target.scale
                && Math.abs(target.offsetX - offsetX) < 0.25
                && Math.abs(target.offsetY - offsetY) < 0.25;
        if (near) {
            return target;
        }
        return new Camera(
                scale + (target.scale - scale) * fraction,
                offsetX + (target.offsetX - offsetX) * fraction,
                offsetY + (target.offsetY - offsetY) * fraction);
    }
}
