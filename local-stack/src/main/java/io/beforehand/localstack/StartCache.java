package io.beforehand.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JVM learns about its classes while it runs once (JEP 514), beside the program's jar: later starts take about half the
 * work. The JVM writes it when it ends, which takes some ten seconds; it is made anew when the jar has changed.
 */
final class StartCache {

    private final Path jar;
    private final Path file;

    /** @param jar the program's own jar */
    StartCache(Path jar) {
        this.jar = jar;
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        this.file = jar.resolveSibling(name + "-" + Runtime.version() + ".aot");
    }

    /** The JVM's option to use the cache, or to make it. */
    String option() {
        return (isCurrent() ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + file;
    }

    /** Whether there is one for the jar as it is now. */
    boolean isCurrent() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
