package io.beforehand.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    @TempDir
    Path state;

    @Test
    void mailsOfOneMomentKeepTheirOrderAndTheOldestMakeRoom() throws Exception {
        // Given
        MailFolder folder = new MailFolder(state.resolve("mails"), InstantSource.fixed(NOW), 3);

        // When
        for (int i = 1; i <= 5; i++) {
            folder.keep(("Subject: " + i + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        // Then
        assertThat(folder.newestFirst())
                .extracting(file -> Files.readString(file).strip())
                .containsExactly("Subject: 5", "Subject: 4", "Subject: 3");
    }

    @Test
    void aFolderThatDoesNotExistHasNoMails() {
        assertThat(new MailFolder(state.resolve("nowhere")).newestFirst()).isEmpty();
    }

    @Test
    void aMailInPartsShowsItsPlainText() {
        // Given
        String raw = """
                From: =?UTF-8?B?5a6i5pyN?= <support@example.com>
                To: wang@example.com
                Subject: =?UTF-8?B?6YCA5qy+?=
                Date: Tue, 3 Nov 2026 09:00:05 +0000
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/html; charset=UTF-8

                <p>x</p>
                --b
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                =E6=82=A8=E5=A5=BD
                --b--
                """.replace("\n", "\r\n");

        // Then
        assertThat(KeptMail.read(raw.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new KeptMail(
                        "客服 <support@example.com>",
                        "wang@example.com",
                        Instant.parse("2026-11-03T09:00:05Z"),
                        "退款",
                        "您好"));
    }
}
