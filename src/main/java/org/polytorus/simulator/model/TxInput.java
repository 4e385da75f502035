package org.polytorus.simulator.model;

import org.jspecify.annotations.Nullable;

/** What a transaction spends. A coinbase's only input has txid {@code ""} and vout −1. */
public record TxInput(
        String txid,
        int vout,
        Bytes signature,
        Bytes publicKey,
        @Nullable Bytes redeemer) {}
