package io.beforehand.intake.adapter.genesys;

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

/** Genesys signs the body under the header that Meta uses, but in Base64. */
public final class GenesysAdapter implements ChannelAdapter {

    private static final String ALGORITHM = "sha256=";

    @Override
    public String kind() {
        return "genesys";
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
        Optional<String> signature = delivery.header("x-hub-signature-256");
        if (signature.isEmpty()) {
            return Verification.MISSING;
        }
        return signature.get().startsWith(ALGORITHM)
                        && Hmac.sha256(delivery.body())
                                .isBase64(signature.get().substring(ALGORITHM.length()), keys.secrets())
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(OpenMessage.of(JsonBody.object(delivery.body())).read());
    }
}
