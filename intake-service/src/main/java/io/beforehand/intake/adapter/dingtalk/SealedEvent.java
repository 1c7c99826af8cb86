package io.beforehand.intake.adapter.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import io.beforehand.intake.adapter.sealed.SignedCall;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An event of the organisation. None of them is a message; they are answered, and that is all. */
record SealedEvent(JsonNode event) {

    private static final String ANSWER = "success";
    private static final Set<String> QUESTIONS =
            Set.of("check_url", "check_create_suite_url", "check_update_suite_url");

    static boolean isOne(Delivery delivery) {
        return delivery.rawQuery().contains("signature=");
    }

    static Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        try {
            Optional<SignedCall> call = call(delivery);
            if (call.isEmpty()) {
                return Verification.MISSING;
            }
            String sealed = sealed(delivery);
            Verification signed = call.get().verify(tokens(keys), Freshness::millis, now, sealed);
            return signed instanceof Verification.Valid
                            && SealedMessage.open(sealed, keys).isEmpty()
                    ? Verification.INVALID
                    : signed;
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    static SealedEvent open(Delivery delivery, AccountKeys keys) {
        String event = SealedMessage.open(sealed(delivery), keys)
                .orElseThrow(() -> new MalformedDeliveryException("not sealed for this account"));
        return new SealedEvent(JsonBody.object(Hmac.bytes(event)));
    }

    /** The word success, sealed and signed by the token that signed the event. */
    static Answer answer(Delivery delivery, AccountKeys keys) {
        SignedCall call = call(delivery).orElseThrow(() -> new MalformedDeliveryException("not signed"));
        String sealed = SealedMessage.seal(ANSWER, call.signature(), keys);
        String token = call.signer(tokens(keys), sealed(delivery))
                .orElseThrow(() -> new MalformedDeliveryException("not signed"));
        return Answer.json(JsonBody.write(JsonBody.newObject()
                .put("msg_signature", SignedCall.sign(token, call.timestamp(), call.nonce(), sealed))
                .put("timeStamp", call.timestamp())
                .put("nonce", call.nonce())
                .put("encrypt", sealed)));
    }

    boolean asksForUs() {
        return QUESTIONS.contains(type());
    }

    ChannelEvent read() {
        String known = Digests.key(event.toString());
        return new PassedOver(
                new Origin("event:" + known, null, null, null, JsonBody.millis(event.path("TimeStamp"))),
                Reason.UNKNOWN_TYPE);
    }

    private String type() {
        String type = JsonBody.text(event.path("EventType"));
        return type == null ? "" : type;
    }

    private static Optional<SignedCall> call(Delivery delivery) {
        return SignedCall.of(delivery, "msg_signature").or(() -> SignedCall.of(delivery, "signature"));
    }

    private static String sealed(Delivery delivery) {
        return JsonBody.requiredText(JsonBody.object(delivery.body()), "encrypt");
    }

    /** The token of events is not the secret of robots, but an account for events alone may well have it as its secret. */
    private static List<String> tokens(AccountKeys keys) {
        List<String> tokens = new ArrayList<>(keys.secrets());
        if (keys.verifyToken() != null) {
            tokens.add(keys.verifyToken());
        }
        return tokens;
    }
}
