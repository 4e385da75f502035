package org.polytorus.simulator.ui.graph;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.PartitionSnapshot;

/** Which links the partitions in force cut, and in which directions. */
record CutMap(Map<LinkId, Set<Direction>> links) {

    static CutMap of(List<PartitionSnapshot> partitions) {
        Map<LinkId, Set<Direction>> links = new LinkedHashMap<>();
        for (PartitionSnapshot one : partitions) {
            Cut cut = new Cut(one.partition());
            for (LinkId link : one.cut()) {
                links.computeIfAbsent(link, _ -> EnumSet.noneOf(Direction.class))
                        .addAll(cut.of(link));
            }
        }
        return new CutMap(links);
    }

    CutLook of(LinkId link) {
        return CutLook.of(links.getOrDefault(link, Set.of()));
    }
}
