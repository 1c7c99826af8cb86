package io.beforehand.intake.classification.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small words of languages, as they come with the service. */
final class FunctionWords {

    private static final String TABLE = "/classification/function-words.txt";

    private FunctionWords() {}

    static Map<String, List<String>> languagesByWord() {
        Map<String, List<String>> languages = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(FunctionWords.class.getResourceAsStream(TABLE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] words = line.split(" ");
                for (int i = 1; i < words.length; i++) {
                    languages.computeIfAbsent(words[i], _ -> new ArrayList<>()).add(words[0]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return languages;
    }
}
