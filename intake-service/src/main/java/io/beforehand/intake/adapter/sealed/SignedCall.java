package io.beforehand.intake.adapter.sealed;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Freshness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The signature in the address of a call: SHA-1 over the token, the time, a nonce and, where the body is sealed, what is sealed. */
public record SignedCall(String signature, String timestamp, String nonce) {

    /** Empty if one of the three is missing. @param name of the signature in the query */
    public static Optional<SignedCall> of(Delivery delivery, String name) {
        Optional<String> signature = delivery.query(name);
        Optional<String> timestamp = delivery.query("timestamp");
        Optional<String> nonce = delivery.query("nonce");
        return signature.isEmpty() || timestamp.isEmpty() || nonce.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedCall(signature.get(), timestamp.get(), nonce.get()));
    }

    /**
     * Whether one of the tokens signed it, in time. Without anything sealed the body is not tied to it, and its nonce is good for once.
     *
     * @param clock how the channel writes times
     */
    public Verification verify(
            List<String> tokens, Function<String, Optional<Instant>> clock, Instant now, String... sealed) {
        Optional<Instant> signedAt = clock.apply(timestamp);
        if (signedAt.isEmpty() || signer(tokens, sealed).isEmpty()) {
            return Verification.INVALID;
        }
        if (!Freshness.isFresh(signedAt.get(), now, Freshness.WINDOW)) {
            return Verification.OUTSIDE_WINDOW;
        }
        return sealed.length == 0 ? Verification.signedApart(timestamp + ":" + nonce) : Verification.ENCRYPTED;
    }

    /** The signature of an answer that says the same time and nonce. */
    public static String sign(String token, String timestamp, String nonce, String sealed) {
        return Digests.sortedSha1(token, timestamp, nonce, sealed);
    }

    /** The token that signed it; found in a time that tells nothing about any. */
    public Optional<String> signer(List<String> tokens, String... sealed) {
        String signer = null;
        for (String token : tokens) {
            List<String> words = new ArrayList<>(List.of(token, timestamp, nonce));
            words.addAll(List.of(sealed));
            if (Digests.equal(Digests.sortedSha1(words.toArray(String[]::new)), signature)) {
                signer = token;
            }
        }
        return Optional.ofNullable(signer);
    }
}
