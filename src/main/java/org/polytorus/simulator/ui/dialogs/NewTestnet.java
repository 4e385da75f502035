package org.polytorus.simulator.ui.dialogs;

import org.polytorus.simulator.testnet.TimeKind;

/**
 * What the user wants of a new testnet; the numbers are in range.
 *
 * @param degree links per node, 0 if the shape needs none
 */
public record NewTestnet(String name, Shape shape, int nodes, int degree, long seed, TimeKind time) {}
