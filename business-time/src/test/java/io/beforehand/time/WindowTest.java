package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:30, 09:00, 17:30, false",
        "00:00, 24:00, 00:00, 24:00, false",
        "22:00, 06:00, 22:00, 06:00, true",
        "18:00, 00:00, 18:00, 24:00, false"
    })
    void isWrittenAsItIsRead(String from, String to, String fromAgain, String toAgain, boolean crosses) {
        Window window = Window.parse(from, to);

        assertThat(window.fromText()).isEqualTo(fromAgain);
        assertThat(window.toText()).isEqualTo(toAgain);
        assertThat(window.crossesMidnight()).isEqualTo(crosses);
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 17:00",
        "09:00, 25:00",
        "09:60, 17:00",
        "09:00, 24:01",
        "09.00, 17.00",
        "24:00, 06:00",
        "09:00, 09:00",
        "00:00, 00:30:00",
        "'', 17:00",
        "-1:00, 17:00",
        "０9:00, 17:00"
    })
    void saysWhatItMustBeWhenItIsNot(String from, String to) {
        assertThatThrownBy(() -> Window.parse(from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must ");
    }

    @Test
    void thoseOfADayMustNotOverlapButMayMeet() {
        Window morning = Window.parse("09:00", "12:00");
        Window noon = Window.parse("12:00", "13:00");
        Window night = Window.parse("22:00", "06:00");

        assertThat(Window.inOrder(List.of(night, noon, morning))).containsExactly(morning, noon, night);
        assertThatThrownBy(() -> Window.inOrder(List.of(Window.parse("11:59", "13:00"), morning)))
                .hasMessage("must not overlap: the window from 11:59 begins before the one from 09:00 ends");
        assertThatThrownBy(() -> Window.inOrder(List.of(night, Window.parse("23:00", "24:00"))))
                .hasMessageContaining("overlap");
    }
}
