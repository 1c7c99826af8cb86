package io.beforehand.benchmarks.classification;

import io.beforehand.events.Channel;
import io.beforehand.intake.classification.LabelledMessage;
import io.beforehand.intake.classification.core.Assessment;
import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.classification.core.MoodReader;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.intake.classification.core.Signals;
import java.util.List;

/** A way of classifying messages. */
record Way(String title, Classifier classifier) {

    /** How probable a category must be for intake to go by the classifier: the defaults of its configuration. */
    private static final double SURE = 0.6;

    private static final double LIKELY = 0.4;

    static Way rules(RuleBook rules, MoodReader moods) {
        return new Way("rules", new Classifier(rules, Categorizer.UNTAUGHT, moods, SURE, LIKELY));
    }

    static Way classifier(Categorizer categorizer, MoodReader moods) {
        return new Way(
                "classifier",
                new Classifier(new RuleBook(0, List.of()), categorizer, moods, Double.MIN_VALUE, Double.MIN_VALUE));
    }

    static Way together(RuleBook rules, Categorizer categorizer, MoodReader moods) {
        return new Way("together", new Classifier(rules, categorizer, moods, SURE, LIKELY));
    }

    Assessment assess(LabelledMessage message) {
        return classifier.assess(new Signals(
                message.subject() == null ? Channel.CHAT : Channel.EMAIL,
                "customer",
                null,
                message.subject(),
                message.text(),
                null,
                null,
                null,
                null,
                false));
    }

    Answers categories(List<LabelledMessage> messages) {
        Answers answers = new Answers();
        messages.forEach(message -> {
            String given = assess(message).category().category();
            answers.add(message.category(), given == null ? Answers.NONE : given);
        });
        return answers;
    }
}
