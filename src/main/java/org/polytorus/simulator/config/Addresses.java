package org.polytorus.simulator.config;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.NodeDraft.Address;
import org.polytorus.simulator.model.Endpoint;

/** Reads addresses, and keeps nodes on this machine unless the user wants otherwise. */
final class Addresses {
    static final String EXPECTATION = "an IP address with a port, such as \"127.0.0.1:8001\" (names are not resolved)";

    private final boolean expose;

    Addresses(boolean expose) {
        this.expose = expose;
    }

    /** An address to listen on, narrowed to loopback with a note unless nodes are to be exposed. */
    @Nullable
    Address listening(TomlTable table, String key) {
        String text = table.text(key, EXPECTATION);
        if (text == null) {
            return null;
        }
        Endpoint written = Endpoint.parse(text);
        if (written == null) {
            table.expected(key, EXPECTATION);
            return null;
        }
        Place place = table.place(key);
        if (expose || written.address().isLoopback()) {
            return new Address(written, written, place);
        }
        Endpoint used = Endpoint.loopback(written.port());
        table.problems()
                .note(
                        place,
                        "found " + written + ", narrowed to " + used
                                + ", since nodes listen on this machine only unless --expose is given");
        return new Address(written, used, place);
    }

    /** An address to dial. One that means "every address of this machine" can only be meant as loopback. */
    @Nullable
    Address dialled(TomlTable.Entry entry, Problems problems) {
        Endpoint written = Endpoint.parse(entry.text());
        if (written == null || written.port() == 0) {
            problems.error(entry.place(), "found " + Texts.quote(entry.text()) + ", expected " + EXPECTATION);
            return null;
        }
        if (!written.address().isUnspecified()) {
            return new Address(written, written, entry.place());
        }
        Endpoint used = Endpoint.loopback(written.port());
        problems.note(
                entry.place(),
                "found " + written + ", narrowed to " + used + ", since nobody can be dialled at " + written.address());
        return new Address(written, used, entry.place());
    }
}
