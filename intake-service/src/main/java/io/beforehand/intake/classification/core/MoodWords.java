package io.beforehand.intake.classification.core;

import io.beforehand.events.Mood;
import java.util.List;
import java.util.Set;

/**
 * The words that show a mood.
 *
 * @param intensifiers words that make the next one count more
 * @param negations words that take away what comes after them
 */
public record MoodWords(List<Sign> signs, Set<String> intensifiers, Set<String> negations) {

    /** @param weight 2 for a strong word, 1 for a weak one */
    public record Sign(Mood mood, Phrase phrase, int weight) {}

    public MoodWords {
        signs = List.copyOf(signs);
        intensifiers = Set.copyOf(intensifiers);
        negations = Set.copyOf(negations);
    }
}
