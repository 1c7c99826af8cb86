package io.beforehand.intake.adapter.wechat;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import io.beforehand.intake.adapter.sealed.SignedCall;
import io.beforehand.intake.adapter.signature.Freshness;
import java.time.Instant;

/** What comes encrypted: a push in its body, and WeCom's question whether it has found us in its address. */
final class SealedPush {

    private SealedPush() {}

    /** Of whom it is for nothing is believed but what is sealed as well. */
    static Verification verify(Delivery delivery, AccountKeys keys, Instant now) {
        var call = SignedCall.of(delivery, "msg_signature");
        if (call.isEmpty()) {
            return Verification.MISSING;
        }
        String sealed = sealed(delivery);
        Verification signed = call.get().verify(keys.secrets(), Freshness::seconds, now, sealed);
        return signed instanceof Verification.Valid
                        && SealedMessage.open(sealed, keys).isEmpty()
                ? Verification.INVALID
                : signed;
    }

    static PushedFields open(Delivery delivery, AccountKeys keys) {
        return PushedFields.read(text(delivery, keys));
    }

    static String text(Delivery delivery, AccountKeys keys) {
        return SealedMessage.open(sealed(delivery), keys)
                .orElseThrow(() -> new MalformedDeliveryException("not sealed for this account"));
    }

    private static String sealed(Delivery delivery) {
        return delivery.method().equals("GET")
                ? delivery.query("echostr").orElseThrow(() -> new MalformedDeliveryException("echostr is missing"))
                : PushedFields.read(delivery.body()).required("Encrypt");
    }
}
