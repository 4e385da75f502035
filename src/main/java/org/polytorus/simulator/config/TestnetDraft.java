package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Regions;

/** A testnet while its files are being read: what they say, each with its place, not yet compared. */
final class TestnetDraft {
    /** The seed of files that name none; every run of them is the same. */
    static final long DEFAULT_SEED = 1;

    /**
     * A link that {@code [[links]]} describes.
     *
     * @param there the conditions from {@code first} to {@code second}
     */
    record Link(String first, String second, LinkConditions there, LinkConditions back, Place place) {}

    /** A link that a shape or a graph draws. */
    record ShapeLink(LinkSpec link, Place place) {}

    /**
     * A program that is not ours.
     *
     * @param address where nodes dial it, or null if it dials in
     * @param connect the names of the nodes that do
     */
    record External(NodeName name, @Nullable Address address, List<TomlTable.Entry> connect, Place place) {}

    String name;
    long seed = DEFAULT_SEED;
    /** Whether nodes treat their peers by how well they do. */
    boolean qualityOfService = true;

    /** What the nodes run on that do not say so themselves. */
    MachinesTable machines = new MachinesTable(DEFAULT_SEED);

    final List<NodeDraft> nodes = new ArrayList<>();
    final List<ShapeLink> shapeLinks = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<External> externals = new ArrayList<>();
    /** Every {@code [groups]} that there is. */
    final List<TomlTable> groups = new ArrayList<>();
    /** The {@code [[routes]]}. */
    final List<TomlTable> routes = new ArrayList<>();
    /** Groups that come with the shape or the graph: regions, say. */
    final List<NodeGroup> madeGroups = new ArrayList<>();
    /** The geography of the nodes, or null for none. */
    @Nullable
    Regions regions;
    /** What is to be done to it, or null if no file says so. */
    @Nullable
    ScenarioTables scenario;

    /** Whether something could not be read, so that what is missing may have been meant to be there. */
    boolean incomplete;

    TestnetDraft(String name) {
        this.name = name;
    }

    /** Takes the groups that a file names. */
    void addGroups(TomlTable top) {
        TomlTable table = top.table("groups");
        if (table != null) {
            groups.add(table);
        }
    }
}
