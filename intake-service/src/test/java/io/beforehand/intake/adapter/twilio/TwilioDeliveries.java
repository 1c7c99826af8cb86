package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.signature.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Deliveries as Twilio sends them. */
final class TwilioDeliveries {

    static final String TOKEN = "the-auth-token";
    static final String TARGET = "/v1/channels/twilio/main";
    static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    static final AccountKeys KEYS = AccountKeys.of(List.of("the-new-token", TOKEN));

    private TwilioDeliveries() {}

    /** What a proxy handed on to {@code intake.example.com}. */
    static Delivery delivery(String target, String signature, String form) {
        return new Delivery(
                "POST",
                target,
                Map.of("Host", "intake.example.com", "Content-Type", FORM, "X-Twilio-Signature", signature),
                form.getBytes(StandardCharsets.UTF_8));
    }

    static Delivery signed(String form, String fields) {
        return delivery(TARGET, signature("https://intake.example.com" + TARGET + fields, TOKEN), form);
    }

    static Delivery unsigned(String form) {
        return delivery(TARGET, "", form);
    }

    static String signature(String text, String token) {
        return Base64.getEncoder().encodeToString(Hmac.sha1(Hmac.bytes(text)).under(Hmac.bytes(token)));
    }

    static AccountKeys at(String publicUrl) {
        return new AccountKeys(List.of(TOKEN), null, null, null, null, publicUrl, null, null, null, null);
    }
}
