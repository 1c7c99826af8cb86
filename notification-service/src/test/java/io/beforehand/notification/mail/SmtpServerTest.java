package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.notification.mail.SmtpServer.Encryption;
import io.beforehand.notification.mail.SmtpServer.Login;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpServerTest {

    @Test
    void aUserComesFromTheUrlOrTheSecret() {
        Login login = new Login("wang@a.example", "pass:word");
        assertThat(SmtpServer.parse("smtp://wang%40a.example@mail.example", "pass:word"))
                .isEqualTo(new SmtpServer("mail.example", 587, Encryption.STARTTLS, login));
        assertThat(SmtpServer.parse("smtps://mail.example", "wang@a.example:pass:word"))
                .isEqualTo(new SmtpServer("mail.example", 465, Encryption.TLS, login));
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://m:25, , STARTTLS_IF_OFFERED",
        "smtp://m:25, u:p, STARTTLS",
        "smtp://m:25?starttls=required, , STARTTLS",
        "smtp://m:25?starttls=optional, u:p, STARTTLS_IF_OFFERED",
        "smtp://m:25?starttls=never, u:p, NONE",
        "smtps://m:25, , TLS"
    })
    void aPasswordIsSentEncryptedUnlessItIsSaidOtherwise(String url, @Nullable String secret, Encryption encryption) {
        assertThat(SmtpServer.parse(url, secret).encryption()).isEqualTo(encryption);
    }

    @ParameterizedTest
    @CsvSource({
        "http://m, , must start with smtp:// or smtps://",
        "smtp:///x, , must name a host",
        "smtp://m/x, , must not have a path",
        "smtp://m:0, , 'must have a port between 1 and 65535, or none'",
        "smtp://u:p@m, , 'must not carry a password, which belongs into the secret'",
        "smtp://u@m, , 'names a user, but there is no secret'",
        "smtp://m, p, 'names no user, so the secret must be user:password'",
        "smtp://m?tls=1, , 'may say no more than starttls=required, optional or never'"
    })
    void whatIsWrongIsSaidWithoutTheUrl(String url, @Nullable String secret, String reason) {
        assertThatThrownBy(() -> SmtpServer.parse(url, secret)).hasMessage(reason);
    }
}
