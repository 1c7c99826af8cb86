package io.beforehand.intake.adapter.amazonconnect;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.time.Instant;
import java.util.List;

/** An API destination shows what its connection holds: an API key, user and password, or a bearer token. */
public final class AmazonConnectAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "amazon-connect";
    }

    @Override
    public Channel channel() {
        return Channel.VOICE;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return ShownSecret.verifyAny(ShownSecret.inHeaders(delivery, "x-api-key"), keys.secrets());
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        JsonNode body = JsonBody.object(delivery.body());
        return List.of(
                body.has("Details")
                        ? FlowCall.of(body).read()
                        : ContactEvent.of(body).read());
    }
}
