/** What can be done to a link, per direction, as one pure policy that both hosts ask. */
@NullMarked
package org.polytorus.simulator.link;

import org.jspecify.annotations.NullMarked;
