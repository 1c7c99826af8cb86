package io.beforehand.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße 你好 😀", "שלום", "a b"})
    void whatASenderMayWriteStaysAsItIs(String text) {
        assertThat(Sound.lines(text)).isEqualTo(text);
        assertThat(Sound.line(text)).isEqualTo(text);
    }

    @Test
    void whatNoTableTakesIsLeftOut() {
        assertThat(Sound.lines("a\0b \ud800 c\udc00")).isEqualTo("ab \ufffd c\ufffd");
        assertThat(Sound.line("a\0b \ud83d\ude00")).isEqualTo("a b \ud83d\ude00");
    }

    @Test
    void linesStayLinesAndOtherControlsGo() {
        assertThat(Sound.lines("a\r\n\tb\u001b[0m\u007f\u0085\u202e")).isEqualTo("a\r\n\tb[0m\u202e");
    }

    @Test
    void nothingBreaksOutOfALineOrTurnsItAround() {
        assertThat(Sound.line("Invoice\r\nBcc: a@example.com\u202egnp.exe\u2066"))
                .isEqualTo("Invoice Bcc: a@example.comgnp.exe");
    }

    @Test
    void aTextIsNeverCutWithinACharacter() {
        assertThat(Shortened.to(2, "a😀")).isEqualTo("a");
        assertThat(Shortened.to(3, "a😀")).isEqualTo("a😀");
    }
}
