package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C-1001",
                "@example.com",
                "wang@",
                "wang wang@example.com",
                "wang@exa mple.com",
                "wang@example.com\r\nDATA",
                "wang@example.com, li@example.com",
                "<wang@example.com>",
                "王@example.com",
                "a@b@example.com",
                "wang@-x.com"
            })
    void whatIsNoSingleAddressIsNone(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void aDomainOfOtherLettersIsWrittenAsDnsHasIt() {
        assertThat(MailAddress.parse(" wang+a.b@bücher.example "))
                .map(MailAddress::toString)
                .hasValue("wang+a.b@xn--bcher-kva.example");
    }

    @Test
    void aTagThatDoesNotFitIsLeftOut() {
        // Given
        MailAddress address = new MailAddress("x".repeat(60), "example.com");

        // Then
        assertThat(address.tagged("abc").local()).endsWith("x+abc");
        assertThat(address.tagged("abcdef")).isEqualTo(address);
    }

    @Test
    void aSenderIsAnAddressWithOrWithoutAName() {
        MailAddress address = new MailAddress("support", "example.com");
        assertThat(Sender.parse("Support <support@example.com>")).isEqualTo(new Sender("Support", address));
        assertThat(Sender.parse("\"客服, Support\" <support@example.com>")).isEqualTo(new Sender("客服, Support", address));
        assertThat(Sender.parse("support@example.com")).isEqualTo(new Sender("", address));
        assertThatThrownBy(() -> Sender.parse("Support"))
                .hasMessage("must be a mail address, such as Support <support@example.com>");
    }
}
