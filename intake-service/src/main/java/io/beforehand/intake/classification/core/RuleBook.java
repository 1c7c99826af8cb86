package io.beforehand.intake.classification.core;

import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import io.beforehand.intake.classification.core.Assessment.Ranking;
import io.beforehand.intake.classification.core.Assessment.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules in force, in their order. Of those that set a priority the most pressing counts, among equals the first; of those that
 * set a category the first.
 *
 * @param version 0 is what was shipped
 */
public record RuleBook(int version, List<Rule> rules) {

    public static final int MAX_RULES = 300;

    /** Words and senders of all rules: each message is held against them all. */
    static final int MAX_WORDS = 5_000;

    public RuleBook {
        rules = List.copyOf(rules);
        if (rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("must be at most " + MAX_RULES);
        }
        if (rules.stream().mapToInt(rule -> rule.when().size()).sum() > MAX_WORDS) {
            throw new IllegalArgumentException("must have at most " + MAX_WORDS + " words and senders in all");
        }
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("must have ids of their own, but two are called " + rule.id());
            }
        });
    }

    /** Those that apply to a message, in their order. */
    List<Rule> applying(Signals signals, Wording wording, Mood mood) {
        return rules.stream()
                .filter(rule -> rule.when().hold(signals, wording, mood))
                .toList();
    }

    /** Those that apply to a later message: only rules that ask for a mood are about one. */
    List<Rule> applyingLater(Signals signals, Wording wording, Mood mood) {
        return rules.stream()
                .filter(rule -> !rule.when().moods().isEmpty() && rule.when().hold(signals, wording, mood))
                .toList();
    }

    /** What rules that apply say about how pressing a message is. */
    static Optional<Ranking> ranking(List<Rule> applying) {
        Ranking most = null;
        for (Rule rule : applying) {
            Priority priority = rule.priority();
            if (priority != null && (most == null || priority.compareTo(most.priority()) < 0)) {
                most = new Ranking(priority, rule.id());
            }
        }
        return Optional.ofNullable(most);
    }

    /** What rules that apply say a message is about. */
    static Optional<Topic> topic(List<Rule> applying) {
        return applying.stream()
                .filter(rule -> rule.category() != null)
                .findFirst()
                .map(rule -> new Topic(rule.category(), "rule " + rule.id()));
    }

    /** The words of each category: what the classifier learns from them is that they speak for it. */
    public List<Example> examples() {
        return rules.stream()
                .flatMap(rule -> rule.category() == null
                        ? Stream.empty()
                        : rule.when().words().stream().map(phrase -> new Example(rule.category(), phrase.text())))
                .toList();
    }
}
