package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraTest {
    private static final Camera CAMERA = new Camera(1.7, 40, -25);

    @Test
    void aPointOnTheScreenIsWhereItIsInTheWorldAndBack() {
        assertThat(CAMERA.screenX(CAMERA.worldX(321))).isCloseTo(321, within(1e-9));
        assertThat(CAMERA.screenY(CAMERA.worldY(-77))).isCloseTo(-77, within(1e-9));
    }

    @Test
    void zoomingKeepsWhatIsUnderTheCursor() {
        double x = CAMERA.worldX(200);
        double y = CAMERA.worldY(150);
        Camera zoomed = CAMERA.zoomedAt(1.5, 200, 150);

        assertThat(zoomed.scale()).isCloseTo(2.55, within(1e-9));
        assertThat(zoomed.screenX(x)).isCloseTo(200, within(1e-9));
        assertThat(zoomed.screenY(y)).isCloseTo(150, within(1e-9));
    }

    @Test
    void zoomStopsAtItsBoundsWithoutMovingThePicture() {
        Camera nearest = CAMERA.zoomedAt(1e9, 10, 10);
        assertThat(nearest.scale()).isEqualTo(Camera.MAX_SCALE);
        assertThat(nearest.zoomedAt(2, 500, 500)).isEqualTo(nearest);
        assertThat(CAMERA.zoomedAt(1e-9, 10, 10).scale()).isEqualTo(Camera.MIN_SCALE);
    }

    @Test
    void fittingShowsTheWholeBoxInTheMiddleWithItsMargin() {
        Camera fitted = Camera.fitting(new Camera.Box(-100, -50, 300, 50), 1000, 600, 50, 10);

        assertThat(fitted.screenX(-100)).isCloseTo(50, within(1e-9));
        assertThat(fitted.screenX(300)).isCloseTo(950, within(1e-9));
        assertThat(fitted.screenY(0)).isCloseTo(300, within(1e-9));
    }

    @Test
    void fittingASingleNodeDoesNotZoomIntoIt() {
        assertThat(Camera.fitting(new Camera.Box(5, 5, 5, 5), 1000, 600, 50, 2)).isEqualTo(new Camera(2, 490, 290));
    }

    @Test
    void panningMovesThePictureByPixels() {
        assertThat(CAMERA.pannedBy(7, -3).screenX(0)).isEqualTo(CAMERA.screenX(0) + 7);
        assertThat(CAMERA.pannedBy(7, -3).screenY(0)).isEqualTo(CAMERA.screenY(0) - 3);
    }

    @Test
    void glidingArrives() {
        Camera target = new Camera(0.4, -300, 900);
        Camera camera = CAMERA;
        for (int i = 0; i < 200; i++) {
            camera = camera.towards(target, 0.14);
        }
        assertThat(camera).isEqualTo(target);
    }
}
