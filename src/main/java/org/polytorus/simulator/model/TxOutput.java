package org.polytorus.simulator.model;

import org.jspecify.annotations.Nullable;

/** What a transaction pays. The optional parts belong to PolyTorus's extended outputs (scripts and their data). */
public record TxOutput(
        int value,
        Bytes publicKeyHash,
        @Nullable Bytes script,
        @Nullable Bytes datum,
        @Nullable String referenceScript) {}
