package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "Invoice twice, Re: Invoice twice [R-1042]",
        "RE: re: Invoice twice, Re: Invoice twice [R-1042]",
        "回复：Re[2]: 发票, Re: 发票 [R-1042]",
        "Re: Invoice twice [R-1042], Re: Invoice twice [R-1042]",
        "Fwd: Invoice, Re: Fwd: Invoice [R-1042]",
        "Regarding: Invoice, Re: Regarding: Invoice [R-1042]"
    })
    void anAnswerIsMarkedAsOneOnceAndCarriesTheNumber(String original, String expected) {
        assertThat(Subject.answering(original, "R-1042")).isEqualTo(expected);
    }

    @Test
    void aRequestWithoutASubjectIsKnownByItsNumber() {
        assertThat(Subject.answering(null, "R-1042")).isEqualTo("[R-1042]");
        assertThat(Subject.answering("Re: \u0007", "R-1042")).isEqualTo("[R-1042]");
    }

    @Test
    void nothingInASubjectEndsItsLineOrTurnsItAround() {
        assertThat(Subject.answering(
                        "a\r\nBcc: victim@example.com\u0000\u0085b\u2028c\u202egnp.exe\u2066\u200f\ud83d", "R-1042"))
                .isEqualTo("Re: a Bcc: victim@example.com b cgnp.exe [R-1042]");
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() {
        String subject = Subject.answering("😀".repeat(400), "R-1042");
        assertThat(subject).startsWith("Re: 😀").endsWith("😀… [R-1042]");
        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(4 + 150 + 9);
    }
}
