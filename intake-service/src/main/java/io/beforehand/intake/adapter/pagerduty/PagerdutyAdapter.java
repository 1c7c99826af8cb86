package io.beforehand.intake.adapter.pagerduty;

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

/** PagerDuty signs the body, with each of its secrets while they change. It says nothing about when. */
public final class PagerdutyAdapter implements ChannelAdapter {

    private static final String VERSION = "v1=";
    private static final int MAX_SIGNATURES = 10;

    @Override
    public String kind() {
        return "pagerduty";
    }

    @Override
    public Channel channel() {
        return Channel.APP;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<String> signatures = delivery.header("x-pagerduty-signature");
        if (signatures.isEmpty()) {
            return Verification.MISSING;
        }
        Hmac hmac = Hmac.sha256(delivery.body());
        boolean matches = false;
        for (String signature : signatures.get().split(",", MAX_SIGNATURES)) {
            String shown = signature.strip();
            matches |= shown.startsWith(VERSION) && hmac.isHex(shown.substring(VERSION.length()), keys.secrets());
        }
        return matches ? Verification.SIGNED : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(IncidentEvent.of(JsonBody.object(delivery.body())).read());
    }
}
