package io.beforehand.intake.classification;

import io.beforehand.intake.classification.LabelledMessage.Split;
import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.Rule;
import io.beforehand.intake.classification.core.RuleBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the classifier learns from: the words of the rules, the shipped messages of the categories that the rules name, and what
 * agents corrected.
 */
public final class Curriculum {

    private Curriculum() {}

    public static List<Example> of(RuleBook rules, List<Example> corrections) {
        Set<String> categories = new HashSet<>();
        rules.rules().stream().map(Rule::category).filter(Objects::nonNull).forEach(categories::add);
        List<Example> all = new ArrayList<>(rules.examples());
        LabelledMessage.all(Split.TRAIN).stream()
                .filter(message -> categories.contains(message.category()))
                .forEach(message -> all.add(new Example(message.category(), message.said())));
        all.addAll(corrections);
        return all;
    }
}
