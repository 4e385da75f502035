package org.polytorus.simulator.model;

/**
 * What a node's search for peers has come to.
 *
 * @param enabled whether it looks for peers by itself
 * @param wishedPeers how many it wishes to have
 * @param knownAddresses addresses of nodes that it knows, connected or not
 * @param contacts nodes in its routing table, which it can ask for others
 * @param filledBuckets how many of the table's 256 buckets have a contact
 * @param lookupsRunning lookups under way, at most 1
 * @param lookupsDone lookups in which somebody answered
 * @param lastHops how many nodes told each other's names until the latest lookup's nearest node was found, or −1 before the
 *     first
 * @param questionsAnswered of other nodes, for peer lists and for the nodes nearest to a key
 * @param questionsIgnored which came faster than they are answered
 */
public record DiscoveryStats(
        boolean enabled,
        int wishedPeers,
        int knownAddresses,
        int contacts,
        int filledBuckets,
        int lookupsRunning,
        long lookupsDone,
        int lastHops,
        long questionsAnswered,
        long questionsIgnored) {
    /** Of a node that does not look for peers and knows none. */
    public static final DiscoveryStats OFF =
            new DiscoveryStats(false, DiscoverySettings.USUAL_WISHED_PEERS, 0, 0, 0, 0, 0, -1, 0, 0);
}
