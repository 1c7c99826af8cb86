package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.Mail;
import io.beforehand.notification.testing.Golden;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutgoingMailTest {

    private static final Sender SUPPORT = Sender.parse("客服 <support@example.com>");
    private static final MailAddress WANG = new MailAddress("wang", "customer.example");
    private static final MailThread THREAD = MailThread.of(
            "Re: 退款什么时候到？",
            new Mail(
                    "CAF+2@customer.example",
                    List.of("CAF+1@customer.example", "d-0.k7@example.com"),
                    "k7q2x9",
                    false));

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGEMENT", "UPDATE", "REPLY"})
    void aMailToACustomerGoesLikeThis(DeliveryKind kind) {
        OutgoingMail mail = OutgoingMail.toCustomer(written(kind), SUPPORT, WANG, THREAD, "R-1042");
        Golden.assertMatches("mail." + kind.wireName() + ".txt", rendered(mail));
    }

    @Test
    void aMailToSomebodyWhoDidNotWriteOneGoesLikeThis() {
        MailThread thread = MailThread.of(null, null);
        OutgoingMail mail =
                OutgoingMail.toCustomer(written(DeliveryKind.ACKNOWLEDGEMENT), SUPPORT, WANG, thread, "R-1042");
        Golden.assertMatches("mail.without-thread.txt", rendered(mail));
    }

    @Test
    void aPageToSomebodyOnCallGoesLikeThis() {
        OutgoingMail mail = OutgoingMail.toContact(written(DeliveryKind.ALERT), SUPPORT, WANG);
        Golden.assertMatches("mail.alert.txt", rendered(mail));
    }

    @Test
    void whatACustomerPutsIntoHisSubjectMakesNoHeader() {
        // Given
        MailThread thread = new MailThread("a\r\nBcc: victim@example.com", null, List.of(), null);

        // When
        OutgoingMail mail = OutgoingMail.toCustomer(written(DeliveryKind.REPLY), SUPPORT, WANG, thread, "R-1042");

        // Then
        assertThat(mail.headers()).containsEntry("Subject", "Re: a Bcc: victim@example.com [R-1042]");
        assertThat(mail.headers().values()).noneMatch(value -> value.matches("(?s).*[\r\n](?! ).*"));
    }

    private static OutgoingMail.Written written(DeliveryKind kind) {
        return new OutgoingMail.Written(
                "0a5c-d1", kind, "您好，\n我们已收到您的请求 R-1042。", Instant.parse("2026-11-03T09:00:05.25Z"));
    }

    private static String rendered(OutgoingMail mail) {
        return mail.headers().entrySet().stream()
                        .map(header ->
                                header.getKey() + ": " + header.getValue().replace("\r\n", "\n"))
                        .collect(Collectors.joining("\n"))
                + "\n\n(returned to " + mail.returnAddress() + ")\n\n" + mail.text();
    }
}
