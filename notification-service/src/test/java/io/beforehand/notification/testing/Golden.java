package io.beforehand.notification.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What others rely on, byte for byte, under {@code src/test/resources/golden}. {@code -Dgolden.write=true} writes what is
 * missing; what is there is never written over.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void assertMatches(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
                Files.writeString(file, actual + "\n");
            }
            assertThat(actual + "\n").as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
