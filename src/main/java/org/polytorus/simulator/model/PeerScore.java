package org.polytorus.simulator.model;

/**
 * How good a peer is to its node.
 *
 * @param points from 0, the worst, to 100
 */
public record PeerScore(int points) {}
