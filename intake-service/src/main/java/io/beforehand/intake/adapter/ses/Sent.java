package io.beforehand.intake.adapter.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.email.MailReceipt;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail of ours.
 *
 * @param told what is said of it beside the mail: the bounce, the complaint
 */
record Sent(String type, JsonNode told, MailReceipt receipt) implements SesNotification {

    static Sent of(JsonNode notification, String type, String pushId) {
        JsonNode mail = notification.path("mail");
        JsonNode told = notification.path(member(type));
        String messageId = JsonBody.requiredText(mail, "messageId");
        String feedbackId = JsonBody.text(told.path("feedbackId"));
        Instant at = JsonBody.iso(told.path("timestamp"));
        String key = feedbackId == null ? messageId + ":" + type + ":" + at : feedbackId;
        return new Sent(
                type,
                told,
                new MailReceipt(
                        key, pushId, messageId, ownId(mail), at == null ? JsonBody.iso(mail.path("timestamp")) : at));
    }

    @Override
    public ChannelEvent read() {
        return switch (type) {
            case "Send" -> receipt.told(MailReceipt.SENT, null);
            case "Delivery" -> receipt.told(MailReceipt.DELIVERED, null);
            case "Open", "Click" -> receipt.told(MailReceipt.READ, null);
            case "Bounce" ->
                receipt.told(
                        "Permanent".equals(JsonBody.text(told.path("bounceType")))
                                ? MailReceipt.BOUNCED_HARD
                                : MailReceipt.BOUNCED_SOFT,
                        JsonBody.text(told.at("/bouncedRecipients/0/status")));
            case "DeliveryDelay" -> receipt.told(MailReceipt.BOUNCED_SOFT, JsonBody.text(told.path("delayType")));
            case "Complaint" -> complaint();
            case "Reject", "Rendering Failure" -> receipt.told(MailReceipt.FAILED, JsonBody.text(told.path("reason")));
            default -> receipt.passedOver();
        };
    }

    /** Some providers also report that a customer took his complaint back. */
    private ChannelEvent complaint() {
        String kind = JsonBody.text(told.path("complaintFeedbackType"));
        return "not-spam".equals(kind) ? receipt.passedOver() : receipt.told(MailReceipt.COMPLAINT, kind);
    }

    /** The member that goes with a type, such as {@code deliveryDelay}. */
    private static String member(String type) {
        return type.equals("Rendering Failure")
                ? "failure"
                : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    /** Of the mail as we gave it to SES, which puts an id of its own in its place. */
    private static @Nullable String ownId(JsonNode mail) {
        for (JsonNode field : mail.path("headers")) {
            if ("message-id".equalsIgnoreCase(field.path("name").asText())) {
                return MailReceipt.bare(JsonBody.text(field.path("value")));
            }
        }
        return MailReceipt.bare(JsonBody.text(mail.path("commonHeaders").path("messageId")));
    }
}
