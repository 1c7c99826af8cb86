package io.beforehand.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void haveThreeDigitsThatCount() {
        assertThat(Figures.number(0.1234)).isEqualTo("0.12");
        assertThat(Figures.number(12.34)).isEqualTo("12.3");
        assertThat(Figures.number(1234.5)).isEqualTo("1235");
        assertThat(Figures.number(123_456)).isEqualTo("123,456");
        assertThat(Figures.number(Double.NaN)).isEqualTo("?");
    }
}
