package org.polytorus.simulator.testnet;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * A part of the world in which nodes live, and what their lines are like.
 *
 * @param name its nodes are called by it: eu1, eu2 and so on; they make a group of this name
 * @param nodes how many live there
 * @param upload the rate at which a line from there sends, or null for no limit
 * @param download the rate at which a line to there receives, or null for no limit
 * @param loss the share of messages that are lost on the way from there or to there
 */
public record Region(
        String name,
        int nodes,
        @Nullable Bandwidth upload,
        @Nullable Bandwidth download,
        double loss) {}
