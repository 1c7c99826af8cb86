package io.beforehand.notification.outlet;

import io.beforehand.notification.mail.Sender;
import io.beforehand.notification.mail.SmtpServer;
import io.beforehand.notification.target.Target;
import io.beforehand.notification.webhook.WebhookAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of outlets. */
enum OutletType {
    WEBHOOK,
    SMTP;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OutletType> of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }

    /**
     * Where a message to the address goes.
     *
     * @throws IllegalArgumentException if the outlet is not set up soundly, saying what is wrong
     */
    Target target(Outlet outlet, String address) {
        return switch (this) {
            case WEBHOOK -> new Target.Webhook(WebhookAddress.of(outlet.url, outlet.secret));
            case SMTP ->
                new Target.Mailbox(
                        SmtpServer.parse(outlet.url, outlet.secret),
                        Sender.parse(Objects.requireNonNullElse(outlet.sender, "")),
                        address);
        };
    }
}
