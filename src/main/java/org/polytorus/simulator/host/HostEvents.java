package org.polytorus.simulator.host;

import org.polytorus.simulator.link.ConditionsText;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/** Tells of what the host itself did to nodes and links. */
public final class HostEvents {
    private final EventLog log;

    public HostEvents(EventLog log) {
        this.log = log;
    }

    public void started(NodeName node, Endpoint address) {
        log.add(Kind.NODE_STARTED, Severity.INFO, node, null, node + " listens on " + address);
    }

    public void stopped(NodeName node) {
        log.add(Kind.NODE_STOPPED, Severity.INFO, node, null, node + " has stopped");
    }

    public void failed(NodeName node, String problem) {
        log.add(Kind.NODE_FAILED, Severity.ERROR, node, null, problem);
    }

    public void dropped(LinkId link) {
        log.add(Kind.LINK_DROPPED, Severity.WARNING, null, link, link + " was dropped");
    }

    public void restored(LinkId link) {
        log.add(Kind.LINK_RESTORED, Severity.INFO, null, link, link + " was restored");
    }

    public void conditionsChanged(LinkId link, Direction direction, LinkConditions changed) {
        log.add(
                Kind.CONDITIONS_CHANGED,
                changed.isNone() ? Severity.INFO : Severity.WARNING,
                null,
                link,
                link.sender(direction) + " → " + link.receiver(direction) + ": " + ConditionsText.of(changed));
    }
}
