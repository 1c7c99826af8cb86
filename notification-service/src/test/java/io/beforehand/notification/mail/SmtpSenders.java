package io.beforehand.notification.mail;

import io.beforehand.notification.webhook.AddressBooks;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Senders that wait for a server as long as a test says. */
final class SmtpSenders {

    private SmtpSenders() {}

    static SmtpSender sender(Vertx vertx, boolean allowPrivate, Duration timeout) {
        SmtpConfig config = new SmtpConfig() {
            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public int maxConnections() {
                return 4;
            }

            @Override
            public Duration keepAlive() {
                return Duration.ofSeconds(1);
            }
        };
        return new SmtpSender(vertx, config, AddressBooks.allowingPrivate(allowPrivate));
    }

    static SmtpAnswer send(SmtpSender sender, String url, @Nullable String secret, OutgoingMail mail) {
        return sender.send("outlet/email/default", SmtpServer.parse(url, secret), mail)
                .await()
                .atMost(Duration.ofMinutes(1));
    }
}
