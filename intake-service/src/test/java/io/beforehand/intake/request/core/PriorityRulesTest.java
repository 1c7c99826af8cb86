package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Priority;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityRulesTest {

    private final PriorityRules rules = new PriorityRules(new BigDecimal("10000"));

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
        Hints hints = new Hints(null, hint == null ? null : Priority.of(hint.strip()), affected, amount, security);

        PriorityRules.Ranking ranking = rules.rank(hints, tier);

        assertThat(ranking.priority().wireName() + " " + ranking.reason().wireName())
                .isEqualTo(priority.strip() + " " + reason);
    }
}
