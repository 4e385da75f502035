package org.polytorus.simulator.ui.graph;

import java.util.function.Supplier;

/** Where the picture is looked at from: it keeps everything in sight until the user moves it, and again once it is told to fit. */
final class Viewpoint {
    /** How much of the way to a fitting camera is gone in a frame. */
    private static final double GLIDE = 0.14;

    private Camera camera = Camera.START;
    private boolean isUsers;
    private boolean glides;

    Camera camera() {
        return camera;
    }

    /** Whether the user has moved it, so that it no longer follows the layout. */
    boolean isUsers() {
        return isUsers;
    }

    /** Stays where it is from now on, since the user holds something in the picture. */
    void hold() {
        isUsers = true;
        glides = false;
    }

    /** Goes where the user moves it, and stays there. */
    void move(Camera moved) {
        hold();
        camera = moved;
    }

    /** Begins to glide to where everything is seen, and follows from then on. */
    void fit() {
        isUsers = false;
        glides = true;
    }

    /** What is to be seen has changed: glides there, unless it is the user's. */
    void follow() {
        glides = glides || !isUsers;
    }

    /** Shows a picture that is new, or in a new size, without a way there. */
    void jump(Camera target) {
        glides = false;
        camera = target;
    }

    /** Stays with what lies in the middle, in a view that has grown by so much. */
    void grow(double moreX, double moreY) {
        camera = camera.pannedBy(moreX / 2, moreY / 2);
    }

    /** Forgets that the user has moved it. */
    void release() {
        isUsers = false;
    }

    /** Goes a part of the way, if it is on one; returns whether it has moved. */
    boolean advance(Supplier<Camera> fitting) {
        if (!glides) {
            return false;
        }
        Camera target = fitting.get();
        Camera next = camera.towards(target, GLIDE);
        glides = !next.equals(target);
        boolean moved = !next.equals(camera);
        camera = next;
        return moved;
    }
}
