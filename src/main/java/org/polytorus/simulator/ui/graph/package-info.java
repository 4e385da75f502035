/** The live graph: nodes, links and travelling messages on canvases, with layout, camera and selection. */
@NullMarked
package org.polytorus.simulator.ui.graph;

import org.jspecify.annotations.NullMarked;
