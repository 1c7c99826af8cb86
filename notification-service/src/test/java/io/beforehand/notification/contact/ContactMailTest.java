package io.beforehand.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.notification.mail.Sender;
import io.beforehand.notification.mail.SmtpServer;
import io.beforehand.notification.target.Target;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactMailTest {

    @Test
    void aServerOfItsOwnComesBeforeTheOutlet() {
        // Given
        AlertMailConfig config = config(Map.of(
                "beforehand.alert.smtp.url", "smtps://robot@mail.example",
                "beforehand.alert.smtp.secret", "pw",
                "beforehand.alert.smtp.from", "Alerts <alerts@example.com>"));

        // Then
        assertThat(to("ada@example.com", config))
                .isEqualTo(new Target.Mailbox(
                        SmtpServer.parse("smtps://robot@mail.example", "pw"),
                        Sender.parse("Alerts <alerts@example.com>"),
                        "ada@example.com"));
    }

    @Test
    void aServerWithoutASenderIsNotSetUpSoundly() {
        AlertMailConfig config = config(Map.of("beforehand.alert.smtp.url", "smtp://mail.example"));
        assertThatThrownBy(() -> to("ada@example.com", config)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Target to(String address, AlertMailConfig config) {
        return new ContactMail(config, null).to(address).await().atMost(Duration.ofSeconds(1));
    }

    private static AlertMailConfig config(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AlertMailConfig.class);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(AlertMailConfig.class);
    }
}
