package io.beforehand.intake.adapter.chatwoot;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.TimedSignature;
import java.time.Instant;
import java.util.List;

/** Chatwoot signs time and body with the webhook's secret. It waits for five seconds, and tells nothing twice. */
public final class ChatwootAdapter implements ChannelAdapter {

    private static final TimedSignature SIGNATURE =
            new TimedSignature("x-chatwoot-timestamp", "x-chatwoot-signature", "sha256=", "", ".");

    @Override
    public String kind() {
        return "chatwoot";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return SIGNATURE.verify(delivery, keys.secrets(), now);
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        String deliveryId = delivery.header("x-chatwoot-delivery").orElse(null);
        return List.of(
                ChatwootEvent.of(JsonBody.object(delivery.body()), deliveryId).read());
    }
}
