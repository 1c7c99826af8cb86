package io.beforehand.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where this module was built, and the jars beside it: the broker and PostgreSQL run from there, whatever the class path
 * of the JVM that starts them looks like.
 */
final class OwnLibraries {
    private static final Path CODE = code();
    private static final Path LIB = Objects.requireNonNull(CODE.getParent()).resolve("lib");

    private OwnLibraries() {}

    private static Path code() {
        try {
            return Path.of(Objects.requireNonNull(
                            OwnLibraries.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The start of a command that runs a JVM with our libraries; its first argument is the mark. */
    static List<String> java(String mark) {
        return List.of(javaProgram().toString(), mark, "-cp", CODE + ":" + LIB + "/*");
    }

    /** The folder of the whole project: this module was built in its {@code local-stack/target}. */
    static Path project() {
        return Objects.requireNonNull(LIB.getParent()).resolve("../..").normalize();
    }

    static Path javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static Path jar(String namePrefix) {
        try (Stream<Path> jars = Files.list(LIB)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(namePrefix))
                    .findFirst()
                    .orElseThrow(() -> new LocalStackException(
                            "There is no " + namePrefix + " for this system (" + System.getProperty("os.name") + " "
                                    + System.getProperty("os.arch") + ") in " + LIB + "."));
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "The libraries of local-stack are not in " + LIB + ": build it with ./mvnw package.", missing);
        }
    }
}
