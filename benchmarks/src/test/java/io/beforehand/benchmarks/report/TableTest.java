package io.beforehand.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void namesStandToTheLeftAndFiguresToTheRight() {
        Table table = new Table().row("phase", "p50", "p99").row("burst", "7.25", "120");

        assertThat(table).hasToString("  phase   p50  p99\n  burst  7.25  120\n");
    }

    @Test
    void aRowThatDoesNotFitIsRefused() {
        Table table = new Table().row("a", "b");

        assertThatThrownBy(() -> table.row("a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void figuresHaveThreeDigitsThatCount() {
        assertThat(ReportText.number(0.1234)).isEqualTo("0.12");
        assertThat(ReportText.number(12.34)).isEqualTo("12.3");
        assertThat(ReportText.number(1234.5)).isEqualTo("1235");
    }
}
