package io.beforehand.intake.adapter.helpdesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.IsoTimes;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Zendesk signs time and body with the webhook's secret, as it is shown. Twelve seconds for an answer. */
public final class ZendeskAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "zendesk";
    }

    @Override
    public Channel channel() {
        return Channel.WEB;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<String> timestamp = delivery.header("x-zendesk-webhook-signature-timestamp");
        Optional<String> signature = delivery.header("x-zendesk-webhook-signature");
        if (timestamp.isEmpty() || signature.isEmpty()) {
            return Verification.MISSING;
        }
        Optional<Instant> signedAt = IsoTimes.parse(timestamp.get());
        Hmac hmac = Hmac.sha256(Hmac.bytes(timestamp.get()), delivery.body());
        if (signedAt.isEmpty() || !hmac.isBase64(signature.get(), keys.secrets())) {
            return Verification.INVALID;
        }
        return Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)
                ? Verification.SIGNED
                : Verification.OUTSIDE_WINDOW;
    }

    /** Webhooks that triggers call have a body of the administrator's choice. */
    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        JsonNode body = JsonBody.object(delivery.body());
        return List.of(
                body.has("zendesk_event_version")
                        ? ZendeskEvent.of(body).read()
                        : TicketReport.of(body, kind()).read());
    }
}
