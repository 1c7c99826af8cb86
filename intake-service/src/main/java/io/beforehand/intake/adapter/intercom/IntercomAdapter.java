package io.beforehand.intake.adapter.intercom;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Intercom signs the body with the app's client secret. SHA-1 is all it has; keyed, it is not known to be broken. */
public final class IntercomAdapter implements ChannelAdapter {

    private static final String SHA_1 = "sha1=";

    @Override
    public String kind() {
        return "intercom";
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
        Optional<String> signature = delivery.header("x-hub-signature");
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        if (!signature.get().startsWith(SHA_1)) {
            return Verification.INVALID;
        }
        return Hmac.sha1(delivery.body()).isHex(signature.get().substring(SHA_1.length()), keys.secrets())
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return IntercomNotification.of(JsonBody.object(delivery.body())).read();
    }
}
