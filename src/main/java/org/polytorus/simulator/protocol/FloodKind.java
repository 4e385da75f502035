package org.polytorus.simulator.protocol;

/** What a flood is made of. */
public enum FloodKind {
    /** Pings, each of which the other side answers. Their size is fixed by the protocol. */
    PING,
    /** Valid transactions, all different, padded to the wished size: they fill mempools and travel on. */
    TRANSACTION,
    /** Status updates with this node's height. Their size is fixed by the protocol. */
    STATUS_UPDATE,
    /** Announcements of blocks that nobody has: each makes the other side ask in vain. Fixed size. */
    BLOCK_ANNOUNCEMENT,
    /** Error messages, which mean nothing to a peer that has shaken hands: mere bytes of the wished size. */
    REMARK
}
