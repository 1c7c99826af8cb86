package io.beforehand.sla.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {

    @Test
    void aTargetOfNinetyFiveAllowsFiveInAHundred() {
        assertThat(ErrorBudget.of(95, 200, 4)).isEqualTo(new ErrorBudget(95, 10, 4, 6, Optional.of(0.4)));
    }

    @Test
    void whoBreaksMoreThanIsAllowedOwesTheRest() {
        assertThat(ErrorBudget.of(99.5, 1000, 8)).isEqualTo(new ErrorBudget(99.5, 5, 8, -3, Optional.of(1.6)));
    }

    @Test
    void nothingBurnsWhereNothingWasPromised() {
        assertThat(ErrorBudget.of(95, 0, 0).burnRate()).isEmpty();
    }
}
