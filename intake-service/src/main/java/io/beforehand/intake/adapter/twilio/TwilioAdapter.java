package io.beforehand.intake.adapter.twilio;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Wait;
import io.beforehand.intake.adapter.signature.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Twilio. Whatever is answered to a message would be sent to the customer, so the answer is an empty instruction. */
public final class TwilioAdapter implements ChannelAdapter {

    @Override
    public String kind() {
        return "twilio";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        SignedAddress.check(keys.publicUrl());
    }

    @Override
    public Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        return TwilioSignature.verify(delivery, keys);
    }

    @Override
    public List<ChannelEvent> parse(Delivery delivery, AccountKeys keys) {
        String token = delivery.header("i-twilio-idempotency-token").orElse(null);
        if (delivery.mediaType().equals(TwilioSignature.FORM)) {
            Fields fields = Fields.of(delivery);
            if (fields.has("CallSid")) {
                return List.of(new TwilioCall(fields, token).read());
            }
            if (fields.first("MessageSid", "SmsSid") != null && !fields.has("EventType")) {
                return List.of(new TwilioMessage(fields, token).read());
            }
        }
        String key = Digests.key(new String(delivery.body(), StandardCharsets.ISO_8859_1));
        return List.of(new PassedOver(new Origin("event:" + key, token, null, null, null), Reason.UNKNOWN_TYPE));
    }

    @Override
    public Answer answer(Delivery delivery, AccountKeys keys) {
        return answer(delivery, keys, Wait.UNKNOWN);
    }

    @Override
    public Optional<String> caller(Delivery delivery, AccountKeys keys) {
        return CallOnHold.of(delivery, keys).map(CallOnHold::conversation);
    }

    @Override
    public Answer answer(Delivery delivery, AccountKeys keys, Wait wait) {
        return CallOnHold.of(delivery, keys).map(call -> call.told(wait)).orElse(Twiml.NOTHING);
    }
}
