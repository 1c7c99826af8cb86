package io.beforehand.intake.adapter.signature;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A secret that the sender shows as it is: in a header, in the address, as a Basic password or a bearer token. */
public final class ShownSecret {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private ShownSecret() {}

    /** Whether what is shown is one of the secrets; in a time that tells nothing about them. */
    public static Verification verify(Optional<String> shown, List<String> secrets) {
        if (shown.isEmpty()) {
            return Verification.MISSING;
        }
        boolean matches = false;
        for (String secret : secrets) {
            matches |= Digests.equal(secret, shown.get());
        }
        return matches ? Verification.SHOWN : Verification.WRONG_TOKEN;
    }

    /** Whether anything of what is shown is one of the secrets; in a time that tells nothing about them. */
    public static Verification verifyAny(List<String> shown, List<String> secrets) {
        Verification verification = Verification.MISSING;
        for (String one : shown) {
            Verification of = verify(Optional.of(one), secrets);
            verification = verification instanceof Verification.Valid ? verification : of;
        }
        return verification;
    }

    /**
     * What senders show who have no scheme of their own, but let an administrator choose: a bearer token, user and password, either
     * of the two, or a header of that name.
     */
    public static List<String> inHeaders(Delivery delivery, String... names) {
        Optional<String> authorization = delivery.header("authorization");
        List<String> shown = new ArrayList<>();
        bearer(authorization).ifPresent(shown::add);
        basic(authorization).ifPresent(pair -> {
            shown.add(pair);
            shown.addAll(List.of(pair.split(":", 2)));
        });
        for (String name : names) {
            delivery.header(name).ifPresent(shown::add);
        }
        return shown;
    }

    /** The token of {@code Authorization: Bearer}. */
    public static Optional<String> bearer(Optional<String> authorization) {
        return after(BEARER, authorization);
    }

    /** The {@code user:password} of {@code Authorization: Basic}; empty if it is none. */
    public static Optional<String> basic(Optional<String> authorization) {
        return after(BASIC, authorization).flatMap(encoded -> {
            try {
                return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> after(String scheme, Optional<String> authorization) {
        return authorization
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }
}
