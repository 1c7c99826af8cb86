package io.beforehand.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.localstack.LocalStackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCommandTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path state;

    @Test
    void aMailIsShownDecodedInTheReadersTime() throws IOException {
        // Given
        keep("1", "=?UTF-8?B?6YCA5qy+?=", "=E6=82=A8=E5=A5=BD");

        // Then
        assertThat(printed()).isEqualTo("─".repeat(72) + """

                From:    support@example.com
                To:      wang@example.com
                Date:    2026-11-03 17:00:05 +08:00
                Subject: 退款

                您好

                (Nothing is up now; these came before.)
                """);
    }

    @Test
    void theNewestComeFirstAndTheRestIsCounted() throws IOException {
        // Given
        for (int i = 1; i <= 3; i++) {
            keep(Integer.toString(i), "s" + i, "x");
        }

        // Then
        assertThat(printed("2").lines().filter(line -> line.startsWith("Subject") || line.startsWith("…")))
                .containsExactly("Subject: s3", "Subject: s2", "… and 1 older: ./beforehand mail 3");
    }

    @Test
    void whatAMailSaysDoesNotSteerTheTerminal() throws IOException {
        // Given
        keep("1", "=?UTF-8?Q?=1B[2Jgone=E2=80=AE?=", "=1B]0;title=07text");

        // Then
        assertThat(printed()).contains("[2Jgone").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(printed("--raw")).contains("=?UTF-8?Q?=1B[2Jgone");
    }

    @Test
    void thatThereIsNothingIsSaidWithWhatToDo() {
        assertThatThrownBy(this::printed)
                .isInstanceOf(LocalStackException.class)
                .hasMessage("no mail is kept, and nothing is up: ./beforehand up starts it.");
    }

    private void keep(String name, String subject, String text) throws IOException {
        Path folder = Files.createDirectories(state.resolve("mails"));
        Files.writeString(folder.resolve(name + ".eml"), """
                From: support@example.com
                To: wang@example.com
                Date: Tue, 3 Nov 2026 09:00:05 +0000
                Subject: %s
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                %s
                """.formatted(subject, text));
    }

    private String printed(String... options) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(state.toString()));
        arguments.addAll(List.of(options));
        MailCommand.of(arguments, SHANGHAI).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
