package io.beforehand.benchmarks.report;

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
}
