package io.beforehand.intake.classification.core;

import io.beforehand.events.Mood;
import io.beforehand.intake.classification.core.MoodWords.Sign;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads how a customer feels out of his words, his capitals and his exclamation marks. A word counts for its mood unless a negation
 * stands before it, and counts more after an intensifier. Anger needs two points and wins a draw: an angry customer who says "please"
 * is angry.
 */
public final class MoodReader {

    private static final int ENOUGH = 2;

    /** How far before a word of an alphabet a negation may stand: "not at all happy". */
    private static final int WORDS_BEFORE = 3;

    /** Negations and intensifiers of Han characters stand immediately before. */
    private static final int CHARACTERS_BEFORE = 2;

    private final MoodWords words;

    public MoodReader(MoodWords words) {
        this.words = words;
    }

    public Mood of(String text) {
        return of(text, Wording.of(text));
    }

    Mood of(String text, Wording wording) {
        Map<Mood, Integer> points = new EnumMap<>(Mood.class);
        for (Sign sign : words.signs()) {
            int place = sign.phrase().placeIn(wording);
            if (place >= 0) {
                points.merge(sign.mood(), weight(sign, wording.tokens().substring(0, place)), Integer::sum);
            }
        }
        points.merge(Mood.ANGRY, Loudness.of(text), Integer::sum);
        return weighed(
                points.getOrDefault(Mood.ANGRY, 0),
                points.getOrDefault(Mood.WORRIED, 0),
                points.getOrDefault(Mood.PLEASED, 0));
    }

    private static Mood weighed(int angry, int worried, int pleased) {
        if (angry >= ENOUGH && angry >= worried && angry > pleased) {
            return Mood.ANGRY;
        }
        if (worried >= ENOUGH && worried >= pleased) {
            return Mood.WORRIED;
        }
        return pleased >= ENOUGH || (pleased > 0 && angry == 0 && worried == 0) ? Mood.PLEASED : Mood.NEUTRAL;
    }

    private int weight(Sign sign, String before) {
        boolean negated;
        boolean intensified;
        if (sign.phrase().isHan()) {
            String last = before.substring(Math.max(0, before.length() - CHARACTERS_BEFORE));
            negated = endsWithOne(last, words.negations());
            intensified = endsWithOne(last, words.intensifiers());
        } else {
            List<String> last = lastWords(before);
            negated = last.stream().anyMatch(words.negations()::contains);
            intensified = !last.isEmpty() && words.intensifiers().contains(last.getLast());
        }
        return negated ? 0 : sign.weight() + (intensified ? 1 : 0);
    }

    private static boolean endsWithOne(String text, Set<String> endings) {
        return endings.stream().anyMatch(text::endsWith);
    }

    private static List<String> lastWords(String before) {
        String near = before.substring(Math.max(0, before.length() - 60)).strip();
        if (near.isEmpty()) {
            return List.of();
        }
        List<String> all = Arrays.asList(near.split(" "));
        return all.subList(Math.max(0, all.size() - WORDS_BEFORE), all.size());
    }
}
