package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LassoTest {
    private final Lasso lasso = new Lasso();

    @Test
    void whatTheLineGoesAroundIsInsideWhicheverWayItTurns() {
        draw(10, 10, 90, 10, 90, 90, 10, 90);
        assertThat(lasso.encloses(50, 50)).isTrue();
        assertThat(lasso.encloses(95, 50)).isFalse();
        lasso.clear();
        draw(10, 90, 90, 90, 90, 10, 10, 10);
        assertThat(lasso.encloses(50, 50)).isTrue();
        assertThat(lasso.encloses(50, 5)).isFalse();
    }

    @Test
    void aLineThatGoesAroundTwiceStillEnclosesItsMiddle() {
        draw(10, 10, 90, 10, 90, 90, 10, 90, 10, 10, 90, 10, 90, 90, 10, 90);
        assertThat(lasso.encloses(50, 50)).isTrue();
    }

    @Test
    void aBayOfTheLineIsOutside() {
        draw(0, 0, 100, 0, 100, 100, 60, 100, 60, 30, 40, 30, 40, 100, 0, 100);
        assertThat(lasso.encloses(50, 60)).isFalse();
        assertThat(lasso.encloses(50, 20)).isTrue();
        assertThat(lasso.encloses(20, 60)).isTrue();
    }

    @Test
    void aPointAndALineEncloseNothing() {
        assertThat(lasso.encloses(0, 0)).isFalse();
        draw(10, 10, 90, 10);
        assertThat(lasso.encloses(50, 10)).isFalse();
    }

    @Test
    void aLineWithoutEndKeepsItsShapeWithinTheBound() {
        for (int turn = 0; turn < 40_000; turn++) {
            double angle = turn * 0.02;
            lasso.add(500 + 400 * Math.cos(angle), 500 + 400 * Math.sin(angle));
        }
        assertThat(lasso.points().size()).isBetween(3, Lasso.MAX_POINTS);
        assertThat(lasso.encloses(500, 500)).isTrue();
        assertThat(lasso.encloses(1_000, 1_000)).isFalse();
    }

    private void draw(double... places) {
        for (int i = 0; i < places.length; i += 2) {
            lasso.add(places[i], places[i + 1]);
        }
    }
}
