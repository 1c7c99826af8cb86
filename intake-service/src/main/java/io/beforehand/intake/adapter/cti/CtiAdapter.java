package io.beforehand.intake.adapter.cti;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The token is in the address, where most telephone systems can put nothing else, or in {@code Authorization}. */
public final class CtiAdapter implements ChannelAdapter {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public String kind() {
        return "cti";
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
        try {
            List<String> shown = new ArrayList<>(ShownSecret.inHeaders(delivery));
            delivery.query("token").ifPresent(shown::add);
            return ShownSecret.verifyAny(shown, keys.secrets());
        } catch (MalformedDeliveryException _) {
            return Verification.WRONG_TOKEN;
        }
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        if (delivery.mediaType().equals(FORM)) {
            return List.of(CallReport.of(delivery.form()).read());
        }
        String text = new String(delivery.body(), StandardCharsets.UTF_8).stripLeading();
        if (!text.startsWith("{")) {
            return AmiBlocks.read(text);
        }
        JsonNode body = JsonBody.object(delivery.body());
        return List.of(
                body.has("callId")
                        ? CallReport.of(body).read()
                        : AriFrame.of(body).read());
    }
}
