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
import io.beforehand.intake.adapter.sealed.SignedCall;
import io.beforehand.intake.adapter.signature.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A WeChat official account or mini program. An account that has a key takes encrypted messages only; without one the signature
 * covers time and nonce alone. Five seconds for an answer, then three more attempts.
 */
public final class WechatAdapter implements ChannelAdapter {

    /** How long after the customer's last message he can be answered freely. */
    private static final Duration REPLY_WINDOW = Duration.ofHours(48);

    @Override
    public String kind() {
        return "wechat";
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
        if (keys.aesKey() != null) {
            SealedMessage.check(keys);
        }
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        try {
            return isSealed(delivery, keys) ? SealedPush.verify(delivery, keys, now) : plain(delivery, keys, now);
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    /** Nothing ties the body to the signature: a body that WeChat would not write was written by somebody else. */
    private static Verification plain(Delivery delivery, AccountKeys keys, Instant now) {
        if (delivery.method().equals("POST")) {
            PushedFields.read(delivery.body());
        }
        return SignedCall.of(delivery, "signature")
                .map(call -> call.verify(keys.secrets(), Freshness::seconds, now))
                .orElse(Verification.MISSING);
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return delivery.method().equals("GET")
                ? delivery.query("echostr").map(EchoString::checked).map(Answer::text)
                : Optional.empty();
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        PushedFields fields =
                isSealed(delivery, keys) ? SealedPush.open(delivery, keys) : PushedFields.read(delivery.body());
        return List.of(new Push(fields, channel(), REPLY_WINDOW).read());
    }

    /** Anything else would be shown to the customer as an error. */
    @Override
    public Answer answer(Delivery delivery, AccountKeys keys) {
        return Answer.text("success");
    }

    /** That it has found us WeChat asks in plain words whatever the mode. */
    private static boolean isSealed(Delivery delivery, AccountKeys keys) {
        return keys.aesKey() != null && delivery.method().equals("POST");
    }
}
