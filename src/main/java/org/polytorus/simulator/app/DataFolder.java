package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The user's folder under which relative data directories of files lie, since a program is started from anywhere. */
final class DataFolder {
    private static final String NAME = "polytorus-testnet";

    private DataFolder() {}

    /** Where this machine keeps the data of its programs for this user. */
    static Path usual() {
        return usual(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static Path usual(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        Path parent;
        if (os.contains("windows")) {
            parent = named(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        } else if (os.contains("mac")) {
            parent = home.resolve("Library").resolve("Application Support");
        } else {
            parent = named(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        }
        return parent.resolve(NAME).toAbsolutePath();
    }

    /** A variable that is empty or no absolute path counts as not set, as the XDG specification has it. */
    private static Path named(Map<String, String> environment, String variable, Path otherwise) {
        String text = environment.getOrDefault(variable, "");
        return text.isEmpty() || !Path.of(text).isAbsolute() ? otherwise : Path.of(text);
    }
}
