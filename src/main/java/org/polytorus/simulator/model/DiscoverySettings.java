package org.polytorus.simulator.model;

import java.time.Duration;

/**
 * Whether and how a node looks for peers by itself.
 *
 * @param enabled whether it does; else it only has the peers that it was told of and those that come to it
 * @param interval how often it looks while it has fewer peers than it wishes
 * @param wishedPeers so many peers are enough; at least 1
 */
public record DiscoverySettings(boolean enabled, Duration interval, int wishedPeers) {
    /** PolyTorus looks while fewer than so many peers are active. */
    public static final int USUAL_WISHED_PEERS = 25;

    /** Does not look for peers. */
    public static final DiscoverySettings OFF =
            new DiscoverySettings(false, Duration.ofSeconds(30), USUAL_WISHED_PEERS);

    public DiscoverySettings withEnabled(boolean changed) {
        return new DiscoverySettings(changed, interval, wishedPeers);
    }

    public DiscoverySettings withInterval(Duration changed) {
        return new DiscoverySettings(enabled, changed, wishedPeers);
    }

    public DiscoverySettings withWishedPeers(int changed) {
        return new DiscoverySettings(enabled, interval, changed);
    }

    public DiscoverySettings {
        if (wishedPeers < 1 || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "A node that looks for peers wishes for at least 1 and takes its time; found " + wishedPeers
                            + " and " + interval);
        }
    }
}
