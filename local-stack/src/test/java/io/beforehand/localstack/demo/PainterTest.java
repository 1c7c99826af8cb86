package io.beforehand.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aQuoteIsCutWhereTheTerminalEnds() {
        Line line = new Line(NINE, "R-1", Label.NEW, "李强 writes", "系统突然打不开了，我们门店二十几个收银台全停了，在线等！");
        assertThat(new Painter(60, false, ZoneOffset.UTC).paint(line))
                .isEqualTo("09:00:00  R-1     NEW     李强 writes: “系统突然打不开了…”");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void noLineIsWiderThanTheTerminal(int width) {
        // Given
        String text = "everybody suitable is busy: Grace Mwangi is number 12 in the queue, some 2 min 5 s to wait";
        Line line = new Line(NINE, "R-10042", Label.QUEUE, text, "谢谢".repeat(60));

        // When
        String painted = new Painter(width, false, ZoneOffset.UTC).paint(line);

        // Then
        assertThat(painted.lines())
                .allSatisfy(each -> assertThat(Columns.of(each)).isLessThanOrEqualTo(width));
    }

    @Test
    void onlyTheWordIsColoured() {
        Line line = new Line(NINE, "R-1", Label.BROKEN, "time is up", "");
        assertThat(new Painter(80, true, ZoneOffset.UTC).paint(line))
                .isEqualTo("09:00:00  R-1     \u001b[1;31mBROKEN\u001b[0m  time is up");
    }
}
