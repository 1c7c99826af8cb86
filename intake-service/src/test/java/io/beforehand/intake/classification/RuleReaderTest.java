package io.beforehand.intake.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.classification.core.Rule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as they are written down. */
class RuleReaderTest {

    @Test
    void theShippedRulesKnowTheConfiguredLargeAmountAndEveryShippedCategory() {
        var rules = ShippedRules.book(new BigDecimal("250.50")).rules();

        assertThat(rules.getFirst().when().amountAtLeast()).isEqualByComparingTo("250.50");
        assertThat(rules)
                .extracting(Rule::category)
                .contains(
                        "technical",
                        "repair",
                        "delivery",
                        "billing",
                        "account",
                        "security",
                        "outage",
                        "complaint",
                        "consultation",
                        "other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[]                                                                      | body",
                "{}                                                                      | rules",
                "{rules: {}}                                                             | rules",
                "{rules: [], rule: []}                                                   | rule",
                "{rules: [7]}                                                            | rules[0]",
                "{rules: [{when: {security: true}, category: a}]}                        | rules[0].id",
                "{rules: [{id: A b, when: {security: true}, category: a}]}               | rules[0]",
                "{rules: [{id: a, category: a}]}                                         | rules[0].when",
                "{rules: [{id: a, when: {}, category: a}]}                               | rules[0]",
                "{rules: [{id: a, when: {without: [x]}, category: a}]}                   | rules[0]",
                "{rules: [{id: a, when: {security: true}}]}                              | rules[0]",
                "{rules: [{id: a, when: {security: true}, priority: now}]}               | rules[0].priority",
                "{rules: [{id: a, when: {word: [x]}, category: a}]}                      | rules[0].when.word",
                "{rules: [{id: a, when: {words: x}, category: a}]}                       | rules[0].when.words",
                "{rules: [{id: a, when: {words: [x, '!']}, category: a}]}                | rules[0].when.words[1]",
                "{rules: [{id: a, when: {words: [[x, 7]]}, category: a}]}                | rules[0].when.words[0][1]",
                "{rules: [{id: a, when: {channels: [fax]}, category: a}]}                | rules[0].when.channels[0]",
                "{rules: [{id: a, when: {moods: [sad]}, category: a}]}                   | rules[0].when.moods[0]",
                "{rules: [{id: a, when: {senders: ['a*b']}, category: a}]}               | rules[0].when.senders[0]",
                "{rules: [{id: a, when: {amountAtLeast: 0}, category: a}]}               | rules[0].when.amountAtLeast",
                "{rules: [{id: a, when: {affectedCustomersAtLeast: 1.5}, category: a}]}  | rules[0].when.affectedCustomersAtLeast",
                "{rules: [{id: a, when: {security: 1}, category: a}]}                    | rules[0].when.security",
            })
    void whatDoesNotFitIsNamedByItsPlaceAndItsRule(String yaml, String field) {
        var refused = catchThrowableOfType(ProblemException.class, () -> TestClassifiers.rules(yaml));

        assertThat(refused.problem().more()).containsEntry("field", field);
        if (field.startsWith("rules[0].when")) {
            assertThat((String) refused.problem().more().get("reason")).startsWith("rule a: ");
        }
    }

    @Test
    void moreWordsThanAMessageCanBeHeldAgainstAreRefused() {
        StringBuilder yaml = new StringBuilder("rules:\n");
        for (int rule = 0; rule < 6; rule++) {
            yaml.append("  - {id: r").append(rule).append(", category: a, when: {words: [w");
            for (int word = 0; word < 900; word++) {
                yaml.append(", w").append(word);
            }
            yaml.append("]}}\n");
        }

        var refused = catchThrowableOfType(ProblemException.class, () -> TestClassifiers.rules(yaml.toString()));

        assertThat(refused.problem().more()).containsEntry("field", "rules");
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        var refused = catchThrowableOfType(ProblemException.class, () -> TestClassifiers.rules("""
                rules:
                  - {id: same, when: {security: true}, category: a}
                  - {id: same, when: {security: true}, category: b}
                """));

        assertThat((String) refused.problem().more().get("reason")).contains("same");
    }
}
