package io.beforehand.intake.adapter.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Items;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** LINE signs the body with the channel secret. Its console tries the address with a signed delivery that holds no events. */
public final class LineAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "line";
    }

    @Override
    public Channel channel() {
        return Channel.SOCIAL;
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<String> signature = delivery.header("x-line-signature");
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        return Hmac.sha256(delivery.body()).isBase64(signature.get(), keys.secrets())
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        JsonNode body = JsonBody.object(delivery.body());
        String destination = JsonBody.requiredText(body, "destination");
        if (!body.path("events").isArray()) {
            throw new MalformedDeliveryException("events is missing");
        }
        Items items = new Items();
        items.each(
                body.path("events"),
                event -> List.of(LineEvent.of(destination, event).read()));
        return items.told();
    }
}
