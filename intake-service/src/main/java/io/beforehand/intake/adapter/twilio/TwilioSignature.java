package io.beforehand.intake.adapter.twilio;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Parameters.Parameter;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Twilio signs the address and, of a form, its fields by name: each name with its values, sorted, none twice. Of any other body a
 * digest is part of the address. There is no time in it: what comes again is known by the message's or the call's id.
 */
final class TwilioSignature {

    static final String FORM = "application/x-www-form-urlencoded";

    private TwilioSignature() {}

    static Verification verify(Delivery delivery, AccountKeys keys) {
        if (delivery.header("x-twilio-signature").isEmpty()) {
            return Verification.MISSING;
        }
        return address(delivery, keys).isPresent() ? Verification.SIGNED : Verification.INVALID;
    }

    /** The address that was signed; empty if the delivery is not the account's. */
    static Optional<String> address(Delivery delivery, AccountKeys keys) {
        String signature = delivery.header("x-twilio-signature").orElse("");
        if (!delivery.method().equals("POST")) {
            return Optional.empty();
        }
        try {
            boolean form = delivery.mediaType().equals(FORM);
            String fields = form ? fields(delivery) : "";
            return SignedAddress.candidates(delivery, keys).stream()
                    .filter(address -> form || holdsDigest(address, delivery.body()))
                    .filter(address -> Hmac.sha1(Hmac.bytes(address + fields)).isBase64(signature, keys.secrets()))
                    .findFirst();
        } catch (MalformedDeliveryException _) {
            return Optional.empty();
        }
    }

    private static String fields(Delivery delivery) {
        Map<String, TreeSet<String>> sorted = new TreeMap<>();
        for (Parameter field : delivery.form()) {
            sorted.computeIfAbsent(field.name(), _ -> new TreeSet<>()).add(field.value());
        }
        StringBuilder fields = new StringBuilder();
        sorted.forEach(
                (name, values) -> values.forEach(value -> fields.append(name).append(value)));
        return fields.toString();
    }

    /** By the address that was signed, and not the one that arrived: whoever sent it could have written that. */
    private static boolean holdsDigest(String address, byte[] body) {
        String digest = HexFormat.of().formatHex(Digests.sha256(body));
        return new Delivery("POST", address, Map.of(), body)
                .query("bodySHA256")
                .filter(said -> Digests.equal(said.toLowerCase(Locale.ROOT), digest))
                .isPresent();
    }
}
