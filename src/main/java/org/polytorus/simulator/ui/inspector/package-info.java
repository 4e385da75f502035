/** What is known about the selected node or link, and what can be done to it. */
@NullMarked
package org.polytorus.simulator.ui.inspector;

import org.jspecify.annotations.NullMarked;
