package io.beforehand.intake.adapter.alertmanager;

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

/** Alertmanager shows what its {@code http_config} says: a bearer token, or user and password. */
public final class AlertmanagerAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "alertmanager";
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
        return ShownSecret.verifyAny(ShownSecret.inHeaders(delivery), keys.secrets());
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return AlertGroup.of(JsonBody.object(delivery.body())).read();
    }
}
