/** The windows that ask or tell something: new testnet, about, keys. */
@NullMarked
package org.polytorus.simulator.ui.dialogs;

import org.jspecify.annotations.NullMarked;
