package org.polytorus.simulator.ui.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.NodeName;

/**
 * Places nodes by forces: nodes push each other away, links pull, and the middle
 * attracts every group a little. The same
 * names and ties in the same order give the same places. It cools down and then stands still until something changes.
 *
 * <p>All pairs repel each other, which is work in the square of the nodes; {@link #advance} does a bounded piece of it,
 * so that a thousand nodes do not hold up a frame.
 */
final class GraphLayout {
    /** The distance at which two linked nodes rest, in units of the world. */
    static final double SPACING = 120;
    /** Work done at once when a new graph comes, so that its first picture is nearly at rest. */
    static final int WARM_UP_PAIRS = 6_000_000;

    private static final int WARM_UP_STEPS = 200;
    private static final double STEP = 0.08;
    private static final double FRICTION = 0.6;
    private static final double MAX_SPEED = 0.35 * SPACING;
    private static final double COOLING = 0.977;
    private static final double COLD = 0.002;
    /** Below this fastest movement per step nobody sees a change. */
    private static final double STILL_SPEED = 0.01;
    /** Different groups push each other harder, so that a partition shows as a gap. */
    private static final double GROUP_REPULSION = 1.8;

    /** Holds groups together as wholes, so that it does not fold a ring or a line. */
    private static final double GROUP_GRAVITY = 0.12;
    /** Presses the picture a little flat, since a window is wider than high. */
    private static final double FLATTENING = 0.06;

    private static final double MAX_FLATTENING = SPACING;

    private static final double NEW_HEAT = 1;
    private static final double CHANGED_HEAT = 0.35;
    private static final double TIES_HEAT = 0.35;
    private static final double DRAG_HEAT = 0.15;

    /** How strongly a link pulls. Only {@link #FIRM} ones make nodes one group. */
    enum Hold {
        FIRM(1),
        LOOSE(0.5),
        SLIGHT(0.12);

        private final double strength;

        Hold(double strength) {
            this.strength = strength;
        }
    }

    /** A link between two nodes, told by their places in the list of names. */
    record Tie(int a, int b, Hold hold) {}

    private List<NodeName> names = List.of();
    private List<Tie> ties = List.of();
    private double[] pulls = {};
    private int[] groups = {};
    private double[] x = {};
    private double[] y = {};
    private double[] speedX = {};
    private double[] speedY = {};
    private double[] forceX = {};
    private double[] forceY = {};
    private boolean[] pinned = {};
    private double heat;
    private int nextRow;

    int size() {
        return names.size();
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    boolean isPinned(int node) {
        return pinned[node];
    }

    /** Whether nothing moves until the graph changes or a node is dragged. */
    boolean settled() {
        return heat < COLD;
    }

    /** Takes a graph. Nodes that it shares with the one before stay where they are. */
    void setGraph(List<NodeName> newNames, List<Tie> newTies) {
        boolean sameNodes = newNames.equals(names);
        if (sameNodes && newTies.equals(ties)) {
            return;
        }
        ties = List.copyOf(newTies);
        boolean anyKept = sameNodes || takeNodes(newNames);
        measureTies();
        nextRow = 0;
        Arrays.fill(forceX, 0);
        Arrays.fill(forceY, 0);
        if (anyKept) {
            heat = Math.max(heat, sameNodes ? TIES_HEAT : CHANGED_HEAT);
        } else {
            heat = NEW_HEAT;
            warmUp();
        }
    }

    /** Fixes a node at a place; the others make room. */
    void pin(int node, double placeX, double placeY) {
        x[node] = placeX;
        y[node] = placeY;
        speedX[node] = 0;
        speedY[node] = 0;
        pinned[node] = true;
        heat = Math.max(heat, DRAG_HEAT);
    }

    /** Lets a node move again. */
    void release(int node) {
        if (pinned[node]) {
            pinned[node] = false;
            heat = Math.max(heat, TIES_HEAT);
        }
    }

    /**
     * Does at most about {@code pairs} pairs' worth of work.
     *
     * @return whether nodes moved
     */
    boolean advance(int pairs) {
        if (settled()) {
            return false;
        }
        int n = size();
        int done = 0;
        while (nextRow < n && done < pairs) {
            repelFrom(nextRow);
            done += n - nextRow;
            nextRow++;
        }
        if (nextRow < n) {
            return false;
        }
        attract();
        gravitate();
        move();
        nextRow = 0;
        return true;
    }

    /** The rectangle that holds all nodes; a point when there are none. */
    Camera.Box bounds() {
        if (size() == 0) {
            return new Camera.Box(0, 0, 0, 0);
        }
        return new Camera.Box(
                Arrays.stream(x).min().orElseThrow(),
                Arrays.stream(y).min().orElseThrow(),
                Arrays.stream(x).max().orElseThrow(),
                Arrays.stream(y).max().orElseThrow());
    }

    private void warmUp() {
        long perStep = Math.max(1, (long) size() * size() / 2);
        long steps = Math.min(WARM_UP_STEPS, WARM_UP_PAIRS / perStep);
        for (long i = 0; i < steps; i++) {
            advance(Integer.MAX_VALUE);
        }
    }

    /** Returns whether any node was there before. */
    private boolean takeNodes(List<NodeName> newNames) {
        Map<NodeName, Integer> before = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            before.put(names.get(i), i);
        }
        int n = newNames.size();
        double[] newX = new double[n];
        double[] newY = new double[n];
        boolean[] newPinned = new boolean[n];
        boolean[] known = new boolean[n];
        int knownCount = 0;
        for (int i = 0; i < n; i++) {
            Integer old = before.get(newNames.get(i));
            if (old != null) {
                known[i] = true;
                knownCount++;
                newX[i] = x[old];
                newY[i] = y[old];
                newPinned[i] = pinned[old];
            }
        }
        names = List.copyOf(newNames);
        x = newX;
        y = newY;
        pinned = newPinned;
        speedX = new double[n];
        speedY = new double[n];
        forceX = new double[n];
        forceY = new double[n];
        for (int i = 0; i < n; i++) {
            if (knownCount == 0) {
                placeOnCircle(i);
            } else if (!known[i]) {
                placeBesideNeighbours(i, known);
            }
        }
        return knownCount > 0;
    }

    /** A circle in the order of the names, from the top; every place a little off, so that no force cancels out. */
    private void placeOnCircle(int i) {
        int n = size();
        if (n == 1) {
            return;
        }
        double start = n == 2 ? Math.PI : -Math.PI / 2;
        double angle = start + 2 * Math.PI * i / n + 0.02 * fraction(names.get(i), 1);
        // A ring or a line starts stretched, since it would fold in a smaller circle; a denser graph starts compact.
        boolean sparse = ties.size() <= n;
        double wide = sparse ? Math.max(1, n / (2 * Math.PI)) : 0.8 * Math.sqrt(n);
        double radius = SPACING * wide * (1 + 0.02 * fraction(names.get(i), 2));
        x[i] = radius * Math.cos(angle);
        y[i] = radius * Math.sin(angle);
    }

    private void placeBesideNeighbours(int i, boolean[] known) {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (Tie tie : ties) {
            int other = tie.a == i ? tie.b : tie.a;
            if ((tie.a == i || tie.b == i) && known[other]) {
                sumX += x[other];
                sumY += y[other];
                count++;
            }
        }
        double angle = Math.PI * fraction(names.get(i), 3);
        double radius = count > 0 ? SPACING / 2 : SPACING * 0.8 * Math.sqrt(size());
        x[i] = sumX / Math.max(1, count) + radius * Math.cos(angle);
        y[i] = sumY / Math.max(1, count) + radius * Math.sin(angle);
    }

    /** A number between −1 and 1 that depends on the name alone. */
    private static double fraction(NodeName name, int salt) {
        int mixed = (name.value().hashCode() + salt * 0x9e3779b9) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 15)) * 0xc2b2ae35;
        return (mixed ^ (mixed >>> 13)) / (double) (1L << 31);
    }

    /** A link of a node with many pulls less, so that a full mesh does not collapse. */
    private void measureTies() {
        int n = size();
        int[] degrees = new int[n];
        groups = new int[n];
        Arrays.setAll(groups, i -> i);
        for (Tie tie : ties) {
            degrees[tie.a]++;
            degrees[tie.b]++;
            if (tie.hold == Hold.FIRM) {
                groups[root(tie.a)] = root(tie.b);
            }
        }
        for (int i = 0; i < n; i++) {
            groups[i] = root(i);
        }
        pulls = new double[ties.size()];
        for (int i = 0; i < pulls.length; i++) {
            Tie tie = ties.get(i);
            pulls[i] = tie.hold.strength / (SPACING * Math.min(degrees[tie.a], degrees[tie.b]));
        }
    }

    private int root(int node) {
        int root = node;
        while (groups[root] != root) {
            groups[root] = groups[groups[root]];
            root = groups[root];
        }
        return root;
    }

    private void repelFrom(int i) {
        double atX = x[i];
        double atY = y[i];
        int group = groups[i];
        double sumX = 0;
        double sumY = 0;
        for (int j = i + 1; j < x.length; j++) {
            double dx = atX - x[j];
            double dy = atY - y[j];
            double square = dx * dx + dy * dy;
            if (square < 1) {
                // Two nodes on one spot have no direction to part in; their places in the list give one.
                dx = i % 2 == 0 ? 1 : -1;
                dy = (j % 3) - 1;
                square = 1;
            }
            double push = SPACING * SPACING / square;
            if (group != groups[j]) {
                push *= GROUP_REPULSION;
            }
            sumX += dx * push;
            sumY += dy * push;
            forceX[j] -= dx * push;
            forceY[j] -= dy * push;
        }
        forceX[i] += sumX;
        forceY[i] += sumY;
    }

    private void attract() {
        for (int i = 0; i < pulls.length; i++) {
            Tie tie = ties.get(i);
            double dx = x[tie.b] - x[tie.a];
            double dy = y[tie.b] - y[tie.a];
            double pull = Math.hypot(dx, dy) * pulls[i];
            forceX[tie.a] += dx * pull;
            forceY[tie.a] += dy * pull;
            forceX[tie.b] -= dx * pull;
            forceY[tie.b] -= dy * pull;
        }
    }

    private void gravitate() {
        int n = size();
        double[] middleX = new double[n];
        double[] middleY = new double[n];
        int[] members = new int[n];
        for (int i = 0; i < n; i++) {
            middleX[groups[i]] += x[i];
            middleY[groups[i]] += y[i];
            members[groups[i]]++;
        }
        for (int i = 0; i < n; i++) {
            int group = groups[i];
            forceX[i] -= GROUP_GRAVITY * middleX[group] / members[group];
            forceY[i] -= GROUP_GRAVITY * middleY[group] / members[group];
            forceY[i] -= Math.clamp(FLATTENING * y[i], -MAX_FLATTENING, MAX_FLATTENING);
        }
    }

    private void move() {
        double fastest = 0;
        for (int i = 0; i < x.length; i++) {
            if (!pinned[i]) {
                double vx = (speedX[i] + forceX[i] * STEP * heat) * FRICTION;
                double vy = (speedY[i] + forceY[i] * STEP * heat) * FRICTION;
                double speed = Math.hypot(vx, vy);
                double cut = speed > MAX_SPEED ? MAX_SPEED / speed : 1;
                speedX[i] = vx * cut;
                speedY[i] = vy * cut;
                x[i] += speedX[i];
                y[i] += speedY[i];
                fastest = Math.max(fastest, speed * cut);
            }
            forceX[i] = 0;
            forceY[i] = 0;
        }
        heat = fastest < STILL_SPEED ? 0 : heat * COOLING;
    }
}
