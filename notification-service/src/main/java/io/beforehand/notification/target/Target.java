package io.beforehand.notification.target;

import io.beforehand.notification.mail.Sender;
import io.beforehand.notification.mail.SmtpServer;
import io.beforehand.notification.webhook.WebhookAddress;

/** The other end of a delivery, as it is set now. */
public sealed interface Target {

    /** A server that takes webhooks. */
    record Webhook(WebhookAddress address) implements Target {}

    /**
     * A mailbox, by way of a server.
     *
     * @param from the sender that recipients see
     * @param to the recipient as somebody wrote it; it need be no mail address
     */
    record Mailbox(SmtpServer server, Sender from, String to) implements Target {}
}
