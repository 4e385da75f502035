package org.polytorus.simulator.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/** {@link LinkConditions} that differ from others; each method sets what it is named after. */
public final class LinkConditionsBuilder {
    private Duration latency;
    private Jitter jitter;
    private double loss;
    private double duplication;
    private Reordering reordering;
    private double corruption;
    private @Nullable Bandwidth bandwidth;
    private int queueBytes;
    private @Nullable Slicing slicing;
    private Duration closeDelay;
    private boolean blackHole;

    LinkConditionsBuilder(LinkConditions from) {
        latency = from.latency();
        jitter = from.jitter();
        loss = from.loss();
        duplication = from.duplication();
        reordering = from.reordering();
        corruption = from.corruption();
        bandwidth = from.bandwidth();
        queueBytes = from.queueBytes();
        slicing = from.slicing();
        closeDelay = from.closeDelay();
        blackHole = from.blackHole();
    }

    public LinkConditionsBuilder latency(Duration changed) {
        latency = changed;
        return this;
    }

    public LinkConditionsBuilder jitter(Jitter changed) {
        jitter = changed;
        return this;
    }

    public LinkConditionsBuilder loss(double changed) {
        loss = changed;
        return this;
    }

    public LinkConditionsBuilder duplication(double changed) {
        duplication = changed;
        return this;
    }

    public LinkConditionsBuilder reordering(Reordering changed) {
        reordering = changed;
        return this;
    }

    public LinkConditionsBuilder corruption(double changed) {
        corruption = changed;
        return this;
    }

    public LinkConditionsBuilder bandwidth(@Nullable Bandwidth changed) {
        bandwidth = changed;
        return this;
    }

    public LinkConditionsBuilder queueBytes(int changed) {
        queueBytes = changed;
        return this;
    }

    public LinkConditionsBuilder slicing(@Nullable Slicing changed) {
        slicing = changed;
        return this;
    }

    public LinkConditionsBuilder closeDelay(Duration changed) {
        closeDelay = changed;
        return this;
    }

    public LinkConditionsBuilder blackHole(boolean changed) {
        blackHole = changed;
        return this;
    }

    /** @throws IllegalArgumentException with a sentence for people if a value is out of bounds */
    public LinkConditions build() {
        return new LinkConditions(
                latency,
                jitter,
                loss,
                duplication,
                reordering,
                corruption,
                bandwidth,
                queueBytes,
                slicing,
                closeDelay,
                blackHole);
    }
}
