package org.polytorus.simulator.report.html;

import java.util.Arrays;
import java.util.List;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;

/**
 * What share of the nodes had a thing after some time, on the average of many things.
 *
 * @param nanos all first deliveries, the fastest first
 * @param things how many things they are of
 * @param nodes how many nodes each could reach, the one that it comes from included
 */
record ReachCurve(long[] nanos, int things, int nodes) {
    private static final int POINTS = 150;

    static ReachCurve of(List<Journey> journeys, int nodes) {
        long[] nanos = journeys.stream()
                .flatMap(journey -> journey.deliveries().stream())
                .mapToLong(Arrival::nanos)
                .sorted()
                .toArray();
        return new ReachCurve(nanos, journeys.size(), nodes);
    }

    /** From the beginning to that time; without points where there is nothing to show. */
    LineChart.Line line(String name, long untilNanos, double unitNanos) {
        int points = things == 0 ? 0 : POINTS + 1;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            long at = untilNanos / POINTS * i;
            x[i] = at / unitNanos;
            y[i] = share(at);
        }
        return new LineChart.Line(name, x, y);
    }

    /** Of the nodes, at that time. */
    double share(long atNanos) {
        int place = Arrays.binarySearch(nanos, atNanos);
        int reached = place < 0 ? -place - 1 : place;
        while (reached < nanos.length && nanos[reached] <= atNanos) {
            reached++;
        }
        return (double) (reached + things) / ((double) things * Math.max(1, nodes));
    }
}
