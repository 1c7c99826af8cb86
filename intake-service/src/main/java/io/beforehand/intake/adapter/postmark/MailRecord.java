package io.beforehand.intake.adapter.postmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.IsoTimes;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.email.MailReceipt;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a webhook tells of a mail of ours. */
record MailRecord(JsonNode body, String type, MailReceipt receipt) {

    private static final Set<String> FINAL = Set.of("HardBounce", "BadEmailAddress", "ManuallyDeactivated");

    /** What Postmark files under bounces although the mail arrived. */
    private static final Set<String> NO_BOUNCES =
            Set.of("AutoResponder", "AddressChange", "Subscribe", "Unsubscribe", "OpenRelayTest");

    static MailRecord of(JsonNode body, String type) {
        String messageId = JsonBody.text(body.path("MessageID"));
        String id = JsonBody.text(body.path("ID"));
        String when = Stream.of("BouncedAt", "DeliveredAt", "ReceivedAt", "ChangedAt")
                .map(member -> JsonBody.text(body.path(member)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        String key = type + ":" + (id == null ? messageId + ":" + when : id);
        return new MailRecord(
                body,
                type,
                new MailReceipt(key, id, messageId, null, IsoTimes.parse(when).orElse(null)));
    }

    ChannelEvent read() {
        return switch (type) {
            case "Delivery" -> receipt.told(MailReceipt.DELIVERED, null);
            case "Open", "Click" -> receipt.told(MailReceipt.READ, null);
            case "SpamComplaint" -> receipt.told(MailReceipt.COMPLAINT, null);
            case "Bounce" -> bounce(JsonBody.text(body.path("Type")));
            case "SubscriptionChange" -> subscription();
            default -> receipt.passedOver();
        };
    }

    private ChannelEvent bounce(@Nullable String kind) {
        if (kind == null || NO_BOUNCES.contains(kind)) {
            return receipt.passedOver();
        }
        if (kind.equals("SpamComplaint")) {
            return receipt.told(MailReceipt.COMPLAINT, kind);
        }
        boolean last = FINAL.contains(kind) || body.path("Inactive").asBoolean();
        return receipt.told(last ? MailReceipt.BOUNCED_HARD : MailReceipt.BOUNCED_SOFT, kind);
    }

    /** Postmark also stops sending by itself, after bounces; only the customer's own word is one. */
    private ChannelEvent subscription() {
        boolean stops = body.path("SuppressSending").asBoolean()
                && "ManualSuppression".equals(JsonBody.text(body.path("SuppressionReason")))
                && "Recipient".equals(JsonBody.text(body.path("Origin")));
        return stops ? receipt.optedOut(JsonBody.requiredText(body, "Recipient")) : receipt.passedOver();
    }
}
