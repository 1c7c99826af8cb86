package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Mail;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailThreadTest {

    private static final Mail FIRST = new Mail("first@a.example", List.of(), "tok1", false);

    @Test
    void anAnswerContinuesTheChainOfTheCustomersLastMail() {
        // When
        MailThread thread = MailThread.of("Invoice", FIRST)
                .after(new Mail("second@a.example", List.of("first@a.example", "ours@b.example"), "tok1", false), null);

        // Then
        assertThat(thread.answers()).isEqualTo("second@a.example");
        assertThat(thread.chain()).containsExactly("first@a.example", "ours@b.example", "second@a.example");
    }

    @Test
    void aMachinesAnswerIsNotAnswered() {
        assertThat(MailThread.of("Invoice", FIRST).after(new Mail("away@a.example", List.of(), "tok1", true), null))
                .isEqualTo(MailThread.of("Invoice", FIRST));
    }

    @Test
    void ofALongChainTheFirstAndTheLatestAreKept() {
        // Given
        List<String> before =
                IntStream.range(0, 100).mapToObj(i -> "m" + i + "@a.example").toList();

        // When
        List<String> chain = MailThread.of("Invoice", new Mail("last@a.example", before, "tok1", false))
                .chain();

        // Then
        assertThat(chain).hasSize(MailThread.MAX_REFERENCES);
        assertThat(chain.getFirst()).isEqualTo("m0@a.example");
        assertThat(chain.subList(17, 20)).containsExactly("m98@a.example", "m99@a.example", "last@a.example");
    }

    @Test
    void whatIsNoMessageIdDoesNotReachAHeader() {
        // Given
        List<String> references = List.of("fine@a.example", "a b@x", "a\r\nBcc: x@y", "<a@b>", "ü@x", "x".repeat(300));

        // When
        MailThread thread = new MailThread(null, "evil\r\nBcc: x@y", references, "Token!");

        // Then
        assertThat(thread).isEqualTo(new MailThread(null, null, List.of("fine@a.example"), null));
    }

    @Test
    void aThreadIsStoredAndReadAsItIs() {
        // Given
        MailThread thread = MailThread.of("发票 😀", new Mail("a@b", List.of("c@d"), "tok1", false));

        // Then
        assertThat(MailThreadJson.read(MailThreadJson.write(thread))).isEqualTo(thread);
        assertThat(MailThreadJson.write(MailThread.NONE)).isNull();
        assertThat(MailThreadJson.read(null)).isEqualTo(MailThread.NONE);
    }
}
