package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.mail.Report.State;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other mail systems say of a mail of ours. */
class ReportsTest {

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, BOUNCED_HARD",
        "failed, 4.4.7, BOUNCED_SOFT",
        "delayed, 4.2.2, BOUNCED_SOFT",
        "delivered, 2.0.0, DELIVERED",
        "relayed, 2.0.0, OTHER",
    })
    void aDeliveryReportTellsWhatBecameOfWhichMail(String action, String status, State state) {
        Report report = report("""
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ann@home.example
                Action: %s
                Status: %s
                --b
                Content-Type: text/rfc822-headers

                Subject: Your request
                Message-ID:
                 <d1.token@shop.example>
                --b--
                """.formatted(action, status));

        assertThat(report).isEqualTo(new Report(state, "d1.token@shop.example", "ann@home.example"));
    }

    @Test
    void aReportInPlainTextCountsOnlyFromAMailSystem() {
        String text = "\nAction: failed\nStatus: 5.1.1\nMessage-Id: <d1.token@shop.example>\n";

        assertThat(nature("From: MAILER-DAEMON@mx.example\n" + text)).isInstanceOf(Nature.Told.class);
        assertThat(nature("From: ann@home.example\n" + text)).isEqualTo(new Nature.Person());
    }

    private static Report report(String rest) {
        return ((Nature.Told) nature("From: MAILER-DAEMON@mx.example\n" + rest)).report();
    }

    private static Nature nature(String mail) {
        return new MailReader(MailLimits.DEFAULT)
                .read(mail.getBytes(StandardCharsets.UTF_8), null)
                .nature();
    }
}
