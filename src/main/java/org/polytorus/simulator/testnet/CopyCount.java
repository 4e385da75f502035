package org.polytorus.simulator.testnet;

import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;

/** Counts what nodes were brought. */
final class CopyCount {
    private long data;
    private long redundantData;
    private long announcements;
    private long redundantAnnouncements;

    void data(boolean redundant) {
        data++;
        redundantData += redundant ? 1 : 0;
    }

    void announcement(boolean redundant) {
        announcements++;
        redundantAnnouncements += redundant ? 1 : 0;
    }

    Copies copies() {
        return new Copies(data, redundantData, announcements, redundantAnnouncements);
    }
}
