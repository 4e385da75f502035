package org.polytorus.simulator.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.HttpSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.NodeSpecBuilder;

/** A node while its files are being read: each reader overwrites what its file says. */
final class NodeDraft {
    /**
     * An address in a file.
     *
     * @param written as the file has it
     * @param used what it was narrowed to
     */
    record Address(Endpoint written, Endpoint used, Place place) {}

    /** Where the node is described. */
    final Place place;

    /** Null after an error about it was noted. */
    @Nullable
    NodeName name;

    @Nullable
    Address listen;

    /** Where its node file lets it listen, even if the testnet file says otherwise: others know it by that address. */
    @Nullable
    Address listenOfFile;

    @Nullable
    Address http;

    /** Its own data directory, where a file names one for it alone. */
    @Nullable
    Path dataDirectory;

    int maxRequestBytes = HttpSpec.USUAL_MAX_REQUEST_BYTES;
    Duration requestTimeout = HttpSpec.USUAL_TIMEOUT;

    final List<Address> bootstrapPeers = new ArrayList<>();
    /** The names of the nodes that it dials. */
    final List<TomlTable.Entry> connect = new ArrayList<>();

    /** Everything else, as far as it was read. */
    NodeSpec settings;

    /** A node with the settings of {@code defaults}, but without its name and addresses. */
    NodeDraft(Place place, NodeSpec defaults) {
        this.place = place;
        this.settings = defaults;
    }

    /** The finished node, with a name and the addresses that it is to dial besides its links. */
    NodeSpec finish(NodeName finalName, List<Endpoint> dialled) {
        return settings.but()
                .name(finalName)
                .listen(listen == null ? Endpoint.loopback(0) : listen.used())
                .bootstrapPeers(dialled)
                .http(http == null ? null : new HttpSpec(http.used(), maxRequestBytes, requestTimeout))
                .dataDirectory(dataDirectory == null ? underShared(finalName) : dataDirectory)
                .build();
    }

    /** The defaults name the directory that all nodes share. */
    private @Nullable Path underShared(NodeName finalName) {
        Path shared = settings.dataDirectory();
        return shared == null ? null : DataDirectory.ofNode(shared, finalName);
    }

    /** Takes over one setting, unless the file does not have it or has it wrong. */
    <T> void set(@Nullable T value, BiFunction<NodeSpecBuilder, T, NodeSpecBuilder> setting) {
        if (value != null) {
            settings = setting.apply(settings.but(), value).build();
        }
    }
}
