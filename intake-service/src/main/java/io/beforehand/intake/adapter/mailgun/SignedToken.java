package io.beforehand.intake.adapter.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.form.Form;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Mailgun signs: when, and a word that it uses once. Nothing ties them to the mail beside them, but beside something that is
 * none of what Mailgun sends they are not believed.
 */
record SignedToken(String timestamp, String token, String signature) {

    private static final List<String> MAIL = List.of("body-mime", "message-headers");

    /** Of a form or of JSON; empty if one of the three is missing, or what they are for. */
    static Optional<SignedToken> of(Delivery delivery) {
        try {
            return Form.isOne(delivery) ? ofForm(Form.of(delivery)) : ofJson(JsonBody.object(delivery.body()));
        } catch (MalformedDeliveryException _) {
            return Optional.empty();
        }
    }

    /** Times have ten digits until the year 2286; of another length they would share their digits with the token. */
    Verification verify(List<String> secrets, Instant now) {
        Optional<Instant> signedAt = Freshness.seconds(timestamp);
        if (signedAt.isEmpty() || timestamp.length() != 10) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        return Hmac.sha256(Hmac.bytes(timestamp), Hmac.bytes(token)).isHex(signature, secrets)
                ? Verification.signedApart(timestamp + ":" + token)
                : Verification.INVALID;
    }

    private static Optional<SignedToken> ofForm(Form form) {
        if (MAIL.stream().allMatch(name -> form.first(name).isEmpty())) {
            return Optional.empty();
        }
        return form.text("timestamp").flatMap(timestamp -> form.text("token").flatMap(token -> form.text("signature")
                .map(signature -> new SignedToken(timestamp, token, signature))));
    }

    private static Optional<SignedToken> ofJson(JsonNode body) {
        JsonNode signed = body.path("signature");
        String timestamp = JsonBody.text(signed.path("timestamp"));
        String token = JsonBody.text(signed.path("token"));
        String signature = JsonBody.text(signed.path("signature"));
        return timestamp == null || token == null || signature == null || !body.has("event-data")
                ? Optional.empty()
                : Optional.of(new SignedToken(timestamp, token, signature));
    }
}
