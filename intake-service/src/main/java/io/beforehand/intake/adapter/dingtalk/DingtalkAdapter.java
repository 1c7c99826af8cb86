package io.beforehand.intake.adapter.dingtalk;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A robot's messages and an app's events come to one address; events are those that are signed in the address. */
public final class DingtalkAdapter implements ChannelAdapter {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** Within which messages come that are not tried again. */
    private static final Duration AT_FIRST = Duration.ofMinutes(1);

    @Override
    public String kind() {
        return "dingtalk";
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    /** Secrets are the app's secret; for events a token, a key and whom they are for as well. */
    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        if (keys.aesKey() != null) {
            SealedMessage.check(keys);
        }
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return SealedEvent.isOne(delivery) ? SealedEvent.verify(delivery, keys, now) : robot(delivery, keys, now);
    }

    /**
     * What is signed is the time alone, which two messages of the same millisecond share. So at first a signature is good for any
     * body: to refuse one would lose what a customer wrote, as nobody says that DingTalk tries again. Later one time goes with the first
     * body only, so that whoever finds a signature cannot write what he likes with it for an hour.
     */
    private static Verification robot(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<String> timestamp = delivery.header("timestamp");
        Optional<String> sign = delivery.header("sign");
        if (timestamp.isEmpty() || sign.isEmpty()) {
            return Verification.MISSING;
        }
        Optional<Instant> signedAt = Freshness.millis(timestamp.get());
        boolean matches = false;
        for (String secret : keys.secrets()) {
            Hmac hmac = Hmac.sha256(Hmac.bytes(timestamp.get() + "\n" + secret));
            matches |= hmac.isBase64(sign.get(), List.of(secret));
        }
        if (signedAt.isEmpty() || !matches) {
            return Verification.INVALID;
        }
        if (Freshness.isFresh(signedAt.get(), now, AT_FIRST)) {
            return Verification.signedApartJustNow(timestamp.get());
        }
        return Freshness.isFresh(signedAt.get(), now, WINDOW)
                ? Verification.signedApart(timestamp.get())
                : Verification.OUTSIDE_WINDOW;
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return SealedEvent.isOne(delivery) && SealedEvent.open(delivery, keys).asksForUs()
                ? Optional.of(SealedEvent.answer(delivery, keys))
                : Optional.empty();
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        return List.of(
                SealedEvent.isOne(delivery)
                        ? SealedEvent.open(delivery, keys).read()
                        : RobotMessage.of(JsonBody.object(delivery.body())).read());
    }

    /** Events are pushed again until they are answered encrypted. */
    @Override
    public Answer answer(Delivery delivery, AccountKeys keys) {
        return SealedEvent.isOne(delivery) ? SealedEvent.answer(delivery, keys) : Answer.EMPTY;
    }
}
