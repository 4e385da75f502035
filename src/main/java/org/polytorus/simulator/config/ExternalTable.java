package org.polytorus.simulator.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.NodeName;

/** Reads {@code [[external]]}: a program that is not ours, with the address at which nodes dial it, or expected to dial in. */
final class ExternalTable {
    private static final List<String> KEYS = List.of("name", "address", "connect", "expect");
    private static final String EITHER_WAY =
            "address = \"127.0.0.1:8333\" and connect = [\"node1\"] for one that nodes dial,"
                    + " or expect = true for one that dials in";

    private final TomlTable table;
    private final Addresses addresses;
    private final Problems problems;

    ExternalTable(TomlTable table, Addresses addresses, Problems problems) {
        this.table = table;
        this.addresses = addresses;
        this.problems = problems;
    }

    /** What the table says, or null after an error. */
    TestnetDraft.@Nullable External read() {
        table.warnOfUnknown(KEYS);
        NodeName name = name();
        boolean expects = Boolean.TRUE.equals(table.bool("expect"));
        List<TomlTable.Entry> connect = table.texts("connect", "nodes' names, such as [\"node1\"]");
        String written = table.text("address", Addresses.EXPECTATION);
        Address address = written == null
                ? null
                : addresses.dialled(new TomlTable.Entry(written, table.place("address")), problems);
        boolean isWrong = expects ? contradicts() : !saysHow();
        if (name == null || isWrong || (!expects && (address == null || connect.isEmpty()))) {
            return null;
        }
        return new TestnetDraft.External(name, address, connect, table.place("name"));
    }

    private @Nullable NodeName name() {
        String text = table.text("name", TestnetFile.NAME_EXPECTATION);
        if (text != null && NodeName.isValid(text)) {
            return new NodeName(text);
        }
        if (text != null) {
            table.expected("name", TestnetFile.NAME_EXPECTATION);
        } else if (!table.has("name") && table.isComplete()) {
            problems.error(table.place(), "found no name, expected name = \"…\": what the graph calls the program");
        }
        return null;
    }

    /** Whether somebody who dials in is to be dialled as well; noted. */
    private boolean contradicts() {
        for (String key : List.of("address", "connect")) {
            if (table.has(key)) {
                table.error(
                        key,
                        "found " + key + " together with expect = true, expected one of the two: " + EITHER_WAY
                                + "; remove " + key + " or expect");
                return true;
            }
        }
        return false;
    }

    /** Whether it says at which address and by whom the program is dialled; what lacks is noted. */
    private boolean saysHow() {
        boolean dialled = table.has("address");
        boolean dials = table.has("connect", list -> !list.isArray() || !list.isEmpty());
        if (dialled && dials) {
            return true;
        }
        if (!table.isComplete()) {
            return false;
        }
        if (dialled) {
            table.error(
                    table.has("connect") ? "connect" : "address",
                    "found no node that dials this address, expected connect = [\"node1\"] with at least one node's name");
        } else if (dials) {
            table.error(
                    "connect", "found nodes that dial, but no address, expected address = \"127.0.0.1:8333\" as well");
        } else {
            problems.error(table.place(), "found neither address nor expect, expected " + EITHER_WAY);
        }
        return false;
    }
}
