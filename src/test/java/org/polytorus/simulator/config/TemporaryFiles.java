package org.polytorus.simulator.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes files into a directory and loads them; their problems are told without the directory. */
record TemporaryFiles(Path directory) {

    TemporaryFiles write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    TemporaryFiles write(String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    LoadResult load(String... names) {
        return TestnetFiles.load(Arrays.stream(names).map(directory::resolve).toList(), false);
    }

    List<String> problems(String... names) {
        return load(names).problems().stream()
                .map(problem -> problem.toString().replace(directory + "/", ""))
                .toList();
    }
}
