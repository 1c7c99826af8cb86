package io.beforehand.intake.adapter.weibo;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.sealed.SignedCall;
import io.beforehand.intake.adapter.signature.Freshness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Weibo signs time and nonce with the app's secret, not the body; its times are in milliseconds. */
public final class WeiboAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "weibo";
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
        try {
            return SignedCall.of(delivery, "signature")
                    .map(call -> call.verify(keys.secrets(), Freshness::millis, now))
                    .orElse(Verification.MISSING);
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return delivery.method().equals("GET") ? delivery.query("echostr").map(Answer::text) : Optional.empty();
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(WeiboPush.of(JsonBody.object(delivery.body())).read());
    }
}
