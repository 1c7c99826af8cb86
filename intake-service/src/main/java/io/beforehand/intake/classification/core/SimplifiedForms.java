package io.beforehand.intake.classification.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The simplified forms of traditional Chinese characters, one by one. That is enough to compare texts; it is no translation, since
 * some words are others in Taiwan.
 */
final class SimplifiedForms {

    private static final String TABLE = "/classification/traditional-to-simplified.txt";
    private static final char[] FORMS = read();

    private SimplifiedForms() {}

    /** The character itself if it is no traditional one that has another form. */
    static char of(char character) {
        char simplified = FORMS[character];
        return simplified == 0 ? character : simplified;
    }

    private static char[] read() {
        char[] forms = new char[Character.MAX_VALUE + 1];
        try (InputStream file = Objects.requireNonNull(SimplifiedForms.class.getResourceAsStream(TABLE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (int i = 0; i + 1 < line.length(); i += 3) {
                    forms[line.charAt(i)] = line.charAt(i + 1);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }
}
