package io.beforehand.intake.classification;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.classification.core.MoodReader;
import io.beforehand.messaging.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The classifier as it is: the rules that hold and what has been learned so far. */
@ApplicationScoped
public class CurrentClassifier {

    private final RuleLoader rules;
    private final MoodReader moods = ShippedMoodWords.reader();
    private final double sure;
    private final double likely;
    private volatile Categorizer categorizer = Categorizer.UNTAUGHT;

    CurrentClassifier(RuleLoader rules, IntakeConfig config) {
        this.rules = rules;
        this.sure = config.classification().sure();
        this.likely = config.classification().likely();
    }

    /** By the rules that hold within the transaction. */
    public Uni<Classifier> at(Transaction transaction) {
        return rules.current(transaction).map(book -> new Classifier(book, categorizer, moods, sure, likely));
    }

    void learned(Categorizer taught) {
        categorizer = taught;
    }
}
