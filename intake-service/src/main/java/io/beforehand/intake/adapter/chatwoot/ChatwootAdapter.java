package io.beforehand.intake.adapter.chatwoot;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Chatwoot signs time and body with the webhook's secret. It waits for five seconds, and tells nothing twice. */
public final class ChatwootAdapter implements ChannelAdapter {

    private static final String SHA_256 = "sha256=";

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
        Optional<String> timestamp = delivery.header("x-chatwoot-timestamp");
        Optional<String> signature = delivery.header("x-chatwoot-signature");
        if (timestamp.isEmpty() || signature.isEmpty()) {
            return Verification.MISSING;
        }
        Optional<Instant> signedAt = Freshness.seconds(timestamp.get());
        if (signedAt.isEmpty() || !signature.get().startsWith(SHA_256)) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        Hmac hmac = Hmac.sha256(Hmac.bytes(timestamp.get() + "."), delivery.body());
        return hmac.isHex(signature.get().substring(SHA_256.length()), keys.secrets())
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        String deliveryId = delivery.header("x-chatwoot-delivery").orElse(null);
        return List.of(
                ChatwootEvent.of(JsonBody.object(delivery.body()), deliveryId).read());
    }
}
