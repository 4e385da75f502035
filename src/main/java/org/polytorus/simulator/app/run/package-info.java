/** Running a testnet in the terminal: live table, plain lines, the orderly end and the summary. */
@NullMarked
package org.polytorus.simulator.app.run;

import org.jspecify.annotations.NullMarked;
