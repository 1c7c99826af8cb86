package io.beforehand.intake.adapter.ses;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Confirmation;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.RemoteKey;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.PublicKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SNS signs for everybody who has an account at Amazon, with the same key: what a delivery shows is only that it comes from SNS.
 * Whose it is, its topic says.
 */
public final class SesAdapter implements ChannelAdapter {

    /** SNS repeats a message for up to an hour, with the time of the first. */
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String RSA = "RSA";

    @Override
    public String kind() {
        return "email-ses-sns";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void check(AccountKeys keys) {
        if (keys.publicKey() == null) {
            SecretRules.required("receiveId", keys.receiveId() == null ? keys.audience() : keys.receiveId());
        } else if (PublicKeys.read(RSA, keys.publicKey()).isEmpty()) {
            throw new InvalidKeysException("publicKey", "must be a certificate or a key of RSA, in PEM or Base64");
        }
    }

    /** Not needed where the account has a key of its own, nor for what would be refused with any. */
    @Override
    public Optional<RemoteKey> remoteKey(Delivery delivery, AccountKeys keys) {
        return keys.publicKey() == null
                ? SnsMessage.of(delivery)
                        .filter(message -> isOfTopic(message, keys) && leadsHome(message))
                        .flatMap(SnsMessage::certificateUrl)
                        .map(RemoteKey::new)
                : Optional.empty();
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<SnsMessage> found = SnsMessage.of(delivery);
        if (found.isEmpty()) {
            return Verification.MISSING;
        }
        SnsMessage message = found.get();
        Optional<Instant> signedAt = message.timestamp();
        if (signedAt.isEmpty() || !isOfTopic(message, keys) || !leadsHome(message)) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        return SnsSignature.isGood(message, keys, now) ? Verification.SIGNED : Verification.INVALID;
    }

    @Override
    public Optional<Answer> handshake(Delivery delivery, AccountKeys keys) {
        return confirmation(delivery, keys).map(_ -> Answer.EMPTY);
    }

    @Override
    public Optional<Confirmation> confirmation(Delivery delivery, AccountKeys keys) {
        return SnsMessage.of(delivery)
                .filter(message -> message.type() == SnsMessage.Type.SUBSCRIPTION_CONFIRMATION)
                .flatMap(SnsMessage::subscribeUrl)
                .map(Confirmation::new);
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        SnsMessage message = SnsMessage.of(delivery)
                .orElseThrow(() -> new MalformedDeliveryException("the body is no message of SNS"));
        return List.of(SesNotification.of(message).read());
    }

    private static boolean isOfTopic(SnsMessage message, AccountKeys keys) {
        return Stream.of(Optional.ofNullable(keys.receiveId()), Optional.ofNullable(keys.audience()))
                .flatMap(Optional::stream)
                .allMatch(message.text("TopicArn")::equals);
    }

    /** Whether the address that we are to call is one of SNS. */
    private static boolean leadsHome(SnsMessage message) {
        return message.type() != SnsMessage.Type.SUBSCRIPTION_CONFIRMATION
                || message.subscribeUrl().isPresent();
    }
}
