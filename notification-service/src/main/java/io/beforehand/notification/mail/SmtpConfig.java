package io.beforehand.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails are handed to SMTP servers. */
@ConfigMapping(prefix = "beforehand.smtp")
public interface SmtpConfig {

    /**
     * How long a mail may take from connecting to the server's yes. Servers that look for spam take some seconds; one that
     * is cut off before its yes may get the mail twice.
     */
    @WithDefault("30s")
    Duration timeout();

    /** How long connecting may take of that. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Connections to one server at the most; small servers refuse more than some ten of one client. */
    @WithDefault("8")
    int maxConnections();

    /** How long a connection is kept for the next mail. */
    @WithDefault("10s")
    Duration keepAlive();
}
