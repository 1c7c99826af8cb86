package io.beforehand.intake.classification.core;

import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import io.beforehand.intake.classification.core.Assessment.Ranking;
import io.beforehand.intake.classification.core.Assessment.Topic;
import io.beforehand.intake.classification.core.Categorizer.Guess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Assesses messages. What it is about: what the channel says; else what the categorizer says if it is sure; else the first rule with
 * a category; else the categorizer's guess if that is likely. How pressing it is: the most pressing rule, or what the channel suggests if that is more pressing or no rule applies.
 *
 * @param sure how probable a guess of the categorizer must be to count more than rules
 * @param likely how probable it must be to count where no rule applies
 */
public record Classifier(RuleBook rules, Categorizer categorizer, MoodReader moods, double sure, double likely) {

    public Classifier {
        if (!(likely > 0 && likely <= sure && sure <= 1)) {
            throw new IllegalArgumentException("likely must be above 0 and at most sure, and that at most 1");
        }
    }

    /** What a message is that opens a request. */
    public Assessment assess(Signals signals) {
        String said = signals.said();
        Wording wording = Wording.of(said);
        Mood mood = moods.of(said, wording);
        List<Rule> applying = rules.applying(signals, wording, mood);
        return new Assessment(rank(signals, applying), topic(signals, wording, applying), mood);
    }

    /**
     * How pressing a later message makes a request.
     *
     * @param raised empty if no more than it is
     */
    public record Later(Mood mood, Optional<Ranking> raised) {}

    /** What a later message says of a request: how the customer feels, and whether that makes it more pressing, never less. */
    public Later assessLater(Signals signals, Priority present) {
        String said = signals.said();
        Wording wording = Wording.of(said);
        Mood mood = moods.of(said, wording);
        return new Later(
                mood,
                RuleBook.ranking(rules.applyingLater(signals, wording, mood))
                        .filter(ranking -> ranking.isMorePressingThan(present)));
    }

    private static Ranking rank(Signals signals, List<Rule> applying) {
        Ranking ruled = RuleBook.ranking(applying).orElse(Ranking.USUAL);
        Priority suggested = signals.suggestedPriority();
        if (suggested == null) {
            return ruled;
        }
        Ranking hint = new Ranking(suggested, Ranking.HINT);
        return hint.isMorePressingThan(ruled.priority()) || ruled.equals(Ranking.USUAL) ? hint : ruled;
    }

    private Topic topic(Signals signals, Wording wording, List<Rule> applying) {
        if (signals.suggestedCategory() != null) {
            return Topic.suggested(signals.suggestedCategory());
        }
        Optional<Guess> guess = categorizer.guess(wording);
        return guess.filter(g -> g.probability() >= sure)
                .map(Classifier::guessed)
                .or(() -> RuleBook.topic(applying))
                .or(() -> guess.filter(g -> g.probability() >= likely).map(Classifier::guessed))
                .orElse(Topic.UNKNOWN);
    }

    private static Topic guessed(Guess guess) {
        return new Topic(guess.category(), String.format(Locale.ROOT, "classifier %.2f", guess.probability()));
    }
}
