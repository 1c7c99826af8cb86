package io.beforehand.intake.adapter.wechat;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An application in WeCom. Everything is encrypted, even the question whether it has found us. */
public final class WecomAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "wecom";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        SealedMessage.check(keys);
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        try {
            return SealedPush.verify(delivery, keys, now);
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return delivery.method().equals("GET")
                ? Optional.of(Answer.text(EchoString.checked(SealedPush.text(delivery, keys))))
                : Optional.empty();
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(new Push(SealedPush.open(delivery, keys), channel(), null).read());
    }
}
