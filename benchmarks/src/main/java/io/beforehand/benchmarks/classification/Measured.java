package io.beforehand.benchmarks.classification;

import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import io.beforehand.intake.classification.Curriculum;
import io.beforehand.intake.classification.LabelledMessage;
import io.beforehand.intake.classification.LabelledMessage.Split;
import io.beforehand.intake.classification.MaxentTrainer;
import io.beforehand.intake.classification.ShippedMoodWords;
import io.beforehand.intake.classification.ShippedRules;
import io.beforehand.intake.classification.core.Assessment;
import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.Languages;
import io.beforehand.intake.classification.core.MoodReader;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.intake.classification.core.Wording;
import java.math.BigDecimal;
import java.util.List;

/** What the labelled set shows. The test part is what is asked, the training part what was learned. */
record Measured(
        List<LabelledMessage> messages,
        Way rules,
        Way classifier,
        Way together,
        Categorizer categorizer,
        Answers byRules,
        Answers byClassifier,
        Answers byBoth,
        Answers moods,
        Answers learnedMoods,
        Answers languages,
        Answers pressing,
        Unseen unseen) {

    private static final BigDecimal LARGE_AMOUNT = new BigDecimal(10_000);

    /** The same for those messages of the test that were written after the rules and the words. */
    record Unseen(int count, Answers byRules, Answers byClassifier, Answers byBoth, Answers moods) {}

    static Measured measure() {
        List<LabelledMessage> test = LabelledMessage.all(Split.TEST);
        RuleBook book = ShippedRules.book(LARGE_AMOUNT);
        MoodReader moods = ShippedMoodWords.reader();
        Categorizer categorizer = MaxentTrainer.train(Curriculum.of(book, List.of()));
        Way rules = Way.rules(book, moods);
        Way classifier = Way.classifier(categorizer, moods);
        Way together = Way.together(book, categorizer, moods);
        List<LabelledMessage> unseen =
                test.stream().filter(LabelledMessage::unseen).toList();
        return new Measured(
                test,
                rules,
                classifier,
                together,
                categorizer,
                rules.categories(test),
                classifier.categories(test),
                together.categories(test),
                moods(test, moods),
                learnedMoods(test),
                languages(test),
                pressing(test, together),
                new Unseen(
                        unseen.size(),
                        rules.categories(unseen),
                        classifier.categories(unseen),
                        together.categories(unseen),
                        moods(unseen, moods)));
    }

    private static Answers moods(List<LabelledMessage> test, MoodReader moods) {
        Answers answers = new Answers();
        test.forEach(message ->
                answers.add(message.mood().wireName(), moods.of(message.said()).wireName()));
        return answers;
    }

    /** What the moods would be if they were learned as categories are. */
    private static Answers learnedMoods(List<LabelledMessage> test) {
        Categorizer learned = MaxentTrainer.train(LabelledMessage.all(Split.TRAIN).stream()
                .map(message -> new Example(message.mood().wireName(), message.said()))
                .toList());
        Answers answers = new Answers();
        test.forEach(message ->
                answers.add(message.mood().wireName(), guess(learned, message).category()));
        return answers;
    }

    private static Answers languages(List<LabelledMessage> test) {
        Answers answers = new Answers();
        test.forEach(message -> answers.add(
                message.language(),
                Languages.ofFirst(message.text(), message.subject()).orElse(Answers.NONE)));
        return answers;
    }

    /** Whether what ought to come before the usual does: what is marked as pressing, and what an angry customer writes. */
    private static Answers pressing(List<LabelledMessage> test, Way together) {
        Answers answers = new Answers();
        test.forEach(message -> {
            Assessment assessment = together.assess(message);
            boolean ought = message.urgent() != null || message.mood() == Mood.ANGRY;
            answers.add(
                    ought ? "pressing" : "usual",
                    assessment.priority().priority() == Priority.STANDARD ? "usual" : "pressing");
        });
        return answers;
    }

    static Categorizer.Guess guess(Categorizer categorizer, LabelledMessage message) {
        return categorizer.guess(Wording.of(message.said())).orElse(new Categorizer.Guess(Answers.NONE, 0));
    }
}
