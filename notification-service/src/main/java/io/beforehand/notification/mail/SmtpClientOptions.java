package io.beforehand.notification.mail;

import io.beforehand.notification.mail.SmtpServer.Encryption;
import io.beforehand.notification.mail.SmtpServer.Login;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;

/** How the client talks to a server. */
final class SmtpClientOptions {

    private SmtpClientOptions() {}

    /** Certificates are checked against the host's name; a connection on which nothing moves is closed. */
    static MailConfig of(SmtpServer server, SmtpConfig config) {
        MailConfig options = new MailConfig()
                .setHostname(server.host())
                .setPort(server.port())
                .setSsl(server.encryption() == Encryption.TLS)
                .setStarttls(startTls(server.encryption()))
                .setLogin(LoginOption.NONE)
                .setMaxPoolSize(config.maxConnections())
                .setKeepAliveTimeout((int) config.keepAlive().toMillis())
                .setKeepAliveTimeoutUnit(TimeUnit.MILLISECONDS)
                .setUserAgent("beforehand");
        options.setConnectTimeout((int) config.connectTimeout().toMillis());
        options.setSslHandshakeTimeout(config.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setIdleTimeout((int) config.timeout().toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        Login login = server.login();
        if (login != null) {
            options.setLogin(LoginOption.REQUIRED).setUsername(login.user()).setPassword(login.password());
        }
        return options;
    }

    private static StartTLSOptions startTls(Encryption encryption) {
        return switch (encryption) {
            case NONE, TLS -> StartTLSOptions.DISABLED;
            case STARTTLS_IF_OFFERED -> StartTLSOptions.OPTIONAL;
            case STARTTLS -> StartTLSOptions.REQUIRED;
        };
    }
}
