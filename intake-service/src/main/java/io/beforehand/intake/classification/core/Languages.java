package io.beforehand.intake.classification.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which language a text is written, and rather nothing than what is not sure. Scripts that one language has tell by
 * themselves; for Latin script the commonest small words must be there, those of one language twice as often as of any other.
 *
 * <p>A model of languages would tell shorter texts apart, for more memory than all else here takes.
 */
public final class Languages {

    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_HITS = 2;
    private static final double LEAST_SHARE = 0.2;
    private static final double LEAD = 2;

    private static final Map<String, List<String>> LANGUAGES_OF = FunctionWords.languagesByWord();

    private Languages() {}

    /** The BCP 47 tag of the language of the first text that shows one. */
    public static Optional<String> ofFirst(@Nullable String text, @Nullable String subject) {
        return Stream.of(text == null ? "" : text, subject == null ? "" : subject)
                .map(Languages::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The BCP 47 tag; empty if the text does not tell. */
    public static Optional<String> of(String text) {
        return Script.locale(text).or(() -> byWords(text));
    }

    private static Optional<String> byWords(String text) {
        List<String> words = new ArrayList<>();
        for (String token : Wording.of(text).list()) {
            words.addAll(Arrays.asList(token.split("'")));
        }
        if (words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        Map<String, Integer> hits = new HashMap<>();
        words.forEach(word ->
                LANGUAGES_OF.getOrDefault(word, List.of()).forEach(language -> hits.merge(language, 1, Integer::sum)));
        List<Map.Entry<String, Integer>> best = hits.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(2)
                .toList();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        int first = best.getFirst().getValue();
        int second = best.size() == 1 ? 0 : best.getLast().getValue();
        boolean sure = first >= FEWEST_HITS && first >= LEAST_SHARE * words.size() && first >= LEAD * second;
        return sure ? Optional.of(best.getFirst().getKey()) : Optional.empty();
    }
}
