/** The windows that ask or tell something: new testnet, external node, about, keys. */
@NullMarked
package org.polytorus.simulator.ui.dialogs;

import org.jspecify.annotations.NullMarked;
