package io.beforehand.intake.adapter.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.Items;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.form.Form;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.KeyPairSignature;
import io.beforehand.intake.adapter.signature.PublicKeys;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * SendGrid signs its events with a key pair. Mails it signs the same way where a security policy is attached, else it shows the
 * user and password of the address that it was given.
 */
public final class SendGridAdapter implements ChannelAdapter {

    private static final String EVENTS = "application/json";
    private static final String ELLIPTIC_CURVE = "EC";

    @Override
    public String kind() {
        return "email-sendgrid";
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public void check(AccountKeys keys) {
        if (keys.publicKey() == null || !keys.secrets().isEmpty()) {
            SecretRules.secrets(keys);
        }
        if (keys.publicKey() != null
                && PublicKeys.read(ELLIPTIC_CURVE, keys.publicKey()).isEmpty()) {
            throw new InvalidKeysException("publicKey", "must be a key of an elliptic curve, in PEM or Base64");
        }
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        Optional<String> signature = delivery.header("x-twilio-email-event-webhook-signature");
        if (signature.isPresent() && keys.publicKey() != null) {
            return signed(delivery, signature.get(), keys.publicKey(), now);
        }
        if (delivery.mediaType().equals(EVENTS)) {
            return signature.isPresent() ? Verification.INVALID : Verification.MISSING;
        }
        return ShownSecret.verify(ShownSecret.basic(delivery.header("authorization")), keys.secrets());
    }

    private static Verification signed(Delivery delivery, String signature, String publicKey, Instant now) {
        Optional<String> timestamp = delivery.header("x-twilio-email-event-webhook-timestamp");
        if (timestamp.isEmpty()) {
            return Verification.MISSING;
        }
        Optional<Instant> signedAt = Freshness.seconds(timestamp.get());
        if (signedAt.isEmpty()) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        byte[] time = timestamp.get().getBytes(StandardCharsets.US_ASCII);
        return new KeyPairSignature("SHA256withECDSA", time, delivery.body())
                        .isBase64(signature, PublicKeys.read(ELLIPTIC_CURVE, publicKey))
                ? Verification.SIGNED
                : Verification.INVALID;
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        if (Form.isOne(delivery)) {
            return List.of(InboundParse.read(Form.of(delivery).withoutRepetition()));
        }
        JsonNode events = JsonBody.read(delivery.body());
        if (!events.isArray()) {
            throw new MalformedDeliveryException("the events are no array");
        }
        Items items = new Items();
        items.each(events, event -> List.of(MailEvent.of(event).read()));
        return items.told();
    }
}
