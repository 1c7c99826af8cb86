package io.beforehand.intake.classification.core;

import static io.beforehand.intake.classification.TestClassifiers.SHIPPED;
import static io.beforehand.intake.classification.TestClassifiers.rules;
import static io.beforehand.intake.classification.TestClassifiers.shipped;
import static io.beforehand.intake.classification.TestClassifiers.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import io.beforehand.intake.classification.core.Assessment.Ranking;
import io.beforehand.intake.classification.core.Assessment.Topic;
import io.beforehand.intake.classification.core.Categorizer.Guess;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message is taken for, and why. */
class ClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "         ,          ,         , false, none, standard, nothing-special",
        "         , 10000    ,         , false, none, urgent,   large-amount",
        "         , 9999.99  ,         , false, none, standard, nothing-special",
        "         ,          ,         , true,  none, high,     security",
        "         ,          , 2       , false, none, high,     several-customers",
        "         ,          , 1       , false, none, standard, nothing-special",
        "         ,          ,         , false, VIP,  high,     vip",
        "urgent   ,          ,         , false, none, urgent,   hint",
        "high     ,          ,         , false, none, high,     hint",
        "standard ,          ,         , false, none, standard, hint",
        "urgent   ,          ,         , true,  none, urgent,   hint",
        "high     ,          ,         , true,  none, high,     security",
        "standard , 10000    ,         , false, none, urgent,   large-amount",
        "         , 10000    , 5       , true,  vip,  urgent,   large-amount",
        "         ,          , 5       , true,  vip,  high,     security",
    })
    void theMostPressingRuleCounts(
            @Nullable String hint,
            @Nullable BigDecimal amount,
            @Nullable Integer affected,
            boolean security,
            String tier,
            String priority,
            String reason) {
        Signals signals = new Signals(
                Channel.CHAT,
                "cust-1",
                tier,
                null,
                "Where is it?",
                null,
                hint == null ? null : Priority.of(hint.strip()),
                affected,
                amount,
                security);

        Ranking ranking = shipped().assess(signals).priority();

        assertThat(ranking.priority().wireName() + " " + ranking.reason()).isEqualTo(priority.strip() + " " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our server is down since nine           | urgent   | outage",
                "伺服器當機了                              | urgent   | outage",
                "Otherwise I will talk to a journalist   | urgent   | public-relations",
                "再不处理我就找媒体曝光                      | urgent   | public-relations",
                "Somebody hacked me                      | high     | security-named",
                "This happens to all our users           | urgent   | outage",
                "What does the red one cost?             | standard | nothing-special",
                "Thank you so much, great job!!          | standard | nothing-special",
            })
    void whatIsSaidMakesARequestPressing(String text, String priority, String reason) {
        Ranking ranking = shipped().assess(said(text)).priority();

        assertThat(ranking).isEqualTo(new Ranking(Priority.of(priority), reason));
    }

    @Test
    void anAngryCustomerComesBeforeOthers() {
        Assessment assessment = shipped().assess(said("I am SICK of this!! This is RIDICULOUS"));

        assertThat(assessment.mood()).isEqualTo(Mood.ANGRY);
        assertThat(assessment.priority()).isEqualTo(new Ranking(Priority.HIGH, "angry-customer"));
    }

    @Test
    void whatTheChannelSaysItIsAboutWinsOverAll() {
        Signals hinted =
                new Signals(Channel.CHAT, "cust-1", null, null, "my invoice", "gardening", null, null, null, false);

        Topic topic = with(SHIPPED, sure("billing", 1)).assess(hinted).category();

        assertThat(topic).isEqualTo(new Topic("gardening", "hint"));
    }

    @Test
    void aSureGuessCountsBeforeRulesAndAnUnsureOneDoesNot() {
        Signals signals = said("my invoice");

        Topic sure = with(SHIPPED, sure("delivery", 0.874)).assess(signals).category();
        Topic unsure = with(SHIPPED, sure("delivery", 0.59)).assess(signals).category();

        assertThat(sure).isEqualTo(new Topic("delivery", "classifier 0.87"));
        assertThat(unsure).isEqualTo(new Topic("billing", "rule billing"));
    }

    @Test
    void aLikelyGuessIsBetterThanNone() {
        Signals signals = said("hm");

        assertThat(with(SHIPPED, sure("delivery", 0.4)).assess(signals).category())
                .isEqualTo(new Topic("delivery", "classifier 0.40"));
        assertThat(with(SHIPPED, sure("delivery", 0.39)).assess(signals).category())
                .isEqualTo(new Topic(null, "default"));
    }

    @Test
    void nothingIsMadeUpWhereNothingTells() {
        assertThat(shipped().assess(said("hm")).category()).isEqualTo(new Topic(null, "default"));
        assertThat(shipped().assess(said(null)).category()).isEqualTo(new Topic(null, "default"));
    }

    @Test
    void theFirstRuleWithACategoryCounts() {
        RuleBook rules = rules("""
                rules:
                  - {id: a, when: {words: [pump], channels: [email]}, category: heating}
                  - {id: b, when: {words: [pump*]}, category: pumps, priority: high}
                  - {id: c, when: {words: [PUMP]}, category: other, priority: urgent}
                """);

        Assessment assessment = with(rules, Categorizer.UNTAUGHT).assess(said("two pump please"));

        assertThat(assessment.category()).isEqualTo(new Topic("pumps", "rule b"));
        assertThat(assessment.priority()).isEqualTo(new Ranking(Priority.URGENT, "c"));
    }

    @Test
    void allThatARuleAsksForMustHold() {
        RuleBook rules = rules("""
                rules:
                  - id: all
                    when: {words: [help], without: [not], senders: ["*@BANK.example"], channels: [email, chat],
                           tiers: [Gold], moods: [angry], amountAtLeast: 5, affectedCustomersAtLeast: 2, security: true}
                    category: found
                """);
        Classifier classifier = with(rules, Categorizer.UNTAUGHT);
        Signals fits = new Signals(
                Channel.CHAT,
                "li@bank.example",
                "gold",
                null,
                "HELP AGAIN!! damn",
                null,
                null,
                2,
                BigDecimal.TEN,
                true);

        assertThat(classifier.assess(fits).category().category()).isEqualTo("found");
        for (Signals other : new Signals[] {
            new Signals(
                    Channel.SMS, "li@bank.example", "gold", null, "HELP AGAIN!!", null, null, 2, BigDecimal.TEN, true),
            new Signals(
                    Channel.CHAT,
                    "li@other.example",
                    "gold",
                    null,
                    "HELP AGAIN!!",
                    null,
                    null,
                    2,
                    BigDecimal.TEN,
                    true),
            new Signals(
                    Channel.CHAT, "li@bank.example", null, null, "HELP AGAIN!!", null, null, 2, BigDecimal.TEN, true),
            new Signals(
                    Channel.CHAT, "li@bank.example", "gold", null, "please help", null, null, 2, BigDecimal.TEN, true),
            new Signals(
                    Channel.CHAT,
                    "li@bank.example",
                    "gold",
                    null,
                    "DO NOT HELP!!",
                    null,
                    null,
                    2,
                    BigDecimal.TEN,
                    true),
            new Signals(
                    Channel.CHAT, "li@bank.example", "gold", null, "WHAT AGAIN!!", null, null, 2, BigDecimal.TEN, true),
            new Signals(
                    Channel.CHAT, "li@bank.example", "gold", null, "HELP AGAIN!!", null, null, 1, BigDecimal.TEN, true),
            new Signals(
                    Channel.CHAT, "li@bank.example", "gold", null, "HELP AGAIN!!", null, null, 2, BigDecimal.ONE, true),
            new Signals(
                    Channel.CHAT, "li@bank.example", "gold", null, "HELP AGAIN!!", null, null, 2, BigDecimal.TEN, false)
        }) {
            assertThat(classifier.assess(other).category().category()).isNull();
        }
    }

    @Test
    void aLaterMessageRaisesARequestOnlyInAMoodThatARuleAsksFor() {
        Classifier classifier = shipped();

        assertThat(classifier
                        .assessLater(said("the server is down"), Priority.STANDARD)
                        .raised())
                .isEmpty();
        assertThat(classifier
                        .assessLater(said("this is RIDICULOUS, fix it NOW!!"), Priority.STANDARD)
                        .raised())
                .contains(new Ranking(Priority.HIGH, "angry-customer"));
        assertThat(classifier
                        .assessLater(said("this is RIDICULOUS, fix it NOW!!"), Priority.HIGH)
                        .raised())
                .isEmpty();
        assertThat(classifier
                        .assessLater(said("this is RIDICULOUS, fix it NOW!!"), Priority.URGENT)
                        .raised())
                .isEmpty();
    }

    private static Signals said(@Nullable String text) {
        return new Signals(Channel.CHAT, "cust-1", null, null, text, null, null, null, null, false);
    }

    private static Categorizer sure(String category, double probability) {
        return _ -> Optional.of(new Guess(category, probability));
    }
}
