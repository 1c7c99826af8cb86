package io.beforehand.intake.classification;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Mood;
import io.beforehand.intake.classification.core.MoodReader;
import io.beforehand.intake.classification.core.MoodWords;
import io.beforehand.intake.classification.core.MoodWords.Sign;
import io.beforehand.intake.classification.core.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that ship with the service for showing a mood. */
public final class ShippedMoodWords {

    private static final int STRONG = 2;
    private static final int WEAK = 1;

    private ShippedMoodWords() {}

    public static MoodReader reader() {
        JsonNode document = Documents.shipped("mood-words.yaml");
        List<Sign> signs = new ArrayList<>();
        for (Mood mood : List.of(Mood.ANGRY, Mood.WORRIED, Mood.PLEASED)) {
            JsonNode words = document.get(mood.wireName());
            phrases(words.get("strong")).forEach(phrase -> signs.add(new Sign(mood, phrase, STRONG)));
            phrases(words.get("weak")).forEach(phrase -> signs.add(new Sign(mood, phrase, WEAK)));
        }
        return new MoodReader(new MoodWords(signs, tokens(document, "intensifiers"), tokens(document, "negations")));
    }

    private static Set<String> tokens(JsonNode document, String name) {
        return phrases(document.get(name)).stream()
                .map(phrase -> phrase.pattern().strip())
                .collect(Collectors.toSet());
    }

    private static List<Phrase> phrases(JsonNode lists) {
        List<Phrase> phrases = new ArrayList<>();
        lists.forEach(list -> list.forEach(word -> phrases.add(Phrase.of(word.textValue()))));
        return phrases;
    }
}
