package io.beforehand.intake.classification;

import io.beforehand.intake.classification.core.Categorizer;
import io.beforehand.intake.classification.core.Classifier;
import io.beforehand.intake.classification.core.RuleBook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Classifiers for tests. */
public final class TestClassifiers {

    public static final RuleBook SHIPPED = ShippedRules.book(new BigDecimal(10_000));

    private TestClassifiers() {}

    /** By the shipped rules alone. */
    public static Classifier shipped() {
        return with(SHIPPED, Categorizer.UNTAUGHT);
    }

    public static Classifier with(RuleBook rules, Categorizer categorizer) {
        return new Classifier(rules, categorizer, ShippedMoodWords.reader(), 0.6, 0.4);
    }

    public static RuleBook rules(String yaml) {
        return RuleReader.read(1, Documents.yaml(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
