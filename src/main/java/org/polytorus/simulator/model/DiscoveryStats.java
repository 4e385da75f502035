package org.polytorus.simulator.model;

/**
 * What a node's search for peers has come to.
 *
 * @param enabled whether it looks for peers by itself
 * @param wishedPeers how many it wishes to have
 * @param knownAddresses addresses of nodes that it knows, connected or not
 */
public record DiscoveryStats(boolean enabled, int wishedPeers, int knownAddresses) {
    /** Of a node that does not look for peers and knows none. */
    public static final DiscoveryStats OFF = new DiscoveryStats(false, DiscoverySettings.USUAL_WISHED_PEERS, 0);
}
