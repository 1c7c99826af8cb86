package io.beforehand.localstack.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words of the demo: everybody in it is made up.
 *
 * @param names of customers, by locale, as {@code again} (what one writes who is not content) and {@code thanks}
 * @param answers by locale and category
 */
record Texts(
        Map<String, List<String>> names,
        List<Letter> letters,
        Map<String, Map<String, String>> answers,
        Map<String, List<String>> again,
        Map<String, List<String>> thanks) {

    Texts {
        names = Map.copyOf(names);
        letters = List.copyOf(letters);
        answers = Map.copyOf(answers);
        again = Map.copyOf(again);
        thanks = Map.copyOf(thanks);
    }

    static Texts shipped() {
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream("customers.json"))) {
            return JsonMapper.builder().build().readValue(file, Texts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answerTo(Letter letter) {
        return Objects.requireNonNull(
                Objects.requireNonNull(answers.get(letter.locale())).get(letter.category()));
    }
}
