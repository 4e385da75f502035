package org.polytorus.simulator.ui.graph;

/** What the user points at: what is selected, what is under the mouse, and the lasso that is being drawn. */
record Pointing(Selection selected, Selection hovered, Lasso lasso) {}
