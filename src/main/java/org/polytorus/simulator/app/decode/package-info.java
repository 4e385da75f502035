/** What the command decode says about a frame. */
@NullMarked
package org.polytorus.simulator.app.decode;

import org.jspecify.annotations.NullMarked;
