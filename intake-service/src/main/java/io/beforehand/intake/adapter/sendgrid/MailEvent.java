package io.beforehand.intake.adapter.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.email.MailReceipt;
import io.beforehand.intake.adapter.signature.Digests;
import org.jspecify.annotations.Nullable;

/** One entry of the event webhook: something that happened to a mail of ours. */
record MailEvent(JsonNode event, MailReceipt receipt) {

    static MailEvent of(JsonNode event) {
        String smtpId = MailReceipt.bare(text(event, "smtp-id"));
        String ownName = text(event, "sg_message_id");
        String messageId = smtpId != null ? smtpId : ownName == null ? null : ownName.split("\\.", 2)[0];
        String id = text(event, "sg_event_id");
        String key = id != null
                ? id
                : Digests.key(
                        JsonBody.requiredText(event, "event"),
                        String.valueOf(text(event, "email")),
                        String.valueOf(text(event, "timestamp")),
                        String.valueOf(messageId));
        return new MailEvent(
                event, new MailReceipt(key, id, messageId, smtpId, JsonBody.seconds(event.path("timestamp"))));
    }

    ChannelEvent read() {
        String status = text(event, "status");
        return switch (JsonBody.requiredText(event, "event")) {
            case "processed" -> receipt.told(MailReceipt.SENT, null);
            case "delivered" -> receipt.told(MailReceipt.DELIVERED, null);
            case "deferred" -> receipt.told(MailReceipt.BOUNCED_SOFT, status);
            case "bounce" ->
                receipt.told(isFinal(status) ? MailReceipt.BOUNCED_HARD : MailReceipt.BOUNCED_SOFT, status);
            case "dropped" -> receipt.told(MailReceipt.FAILED, text(event, "reason"));
            case "spamreport" -> receipt.told(MailReceipt.COMPLAINT, null);
            case "open" -> isMachine() ? receipt.passedOver() : receipt.told(MailReceipt.READ, null);
            case "click" -> receipt.told(MailReceipt.READ, null);
            case "unsubscribe", "group_unsubscribe" -> receipt.optedOut(JsonBody.requiredText(event, "email"));
            default -> receipt.passedOver();
        };
    }

    /** A block is a refusal of this one mail, after which the address is still good. */
    private boolean isFinal(@Nullable String status) {
        boolean blocked = "blocked".equals(text(event, "type"));
        return !blocked && (status == null || !status.startsWith("4"));
    }

    /** Some mail programs open every mail, so that nobody can tell which are read. */
    private boolean isMachine() {
        return event.path("sg_machine_open").asBoolean();
    }

    private static @Nullable String text(JsonNode event, String field) {
        return JsonBody.text(event.path(field));
    }
}
