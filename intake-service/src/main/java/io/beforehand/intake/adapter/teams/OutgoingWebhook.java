package io.beforehand.intake.adapter.teams;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Signed with the security token that Teams shows when the webhook is made: Base64 of the key. */
final class OutgoingWebhook {

    private static final String SCHEME = "HMAC ";

    private OutgoingWebhook() {}

    static void check(AccountKeys keys) {
        SecretRules.secrets(keys);
        if (decoded(keys).isEmpty()) {
            throw new InvalidKeysException("secrets", "must hold the security token of the webhook, which is Base64");
        }
    }

    static Verification verify(Delivery delivery, AccountKeys keys) {
        Optional<String> authorization = delivery.header("authorization");
        if (authorization.isEmpty()) {
            return Verification.MISSING;
        }
        if (!authorization.get().startsWith(SCHEME)) {
            return Verification.INVALID;
        }
        String shown = authorization.get().substring(SCHEME.length()).strip();
        boolean matches = false;
        for (byte[] key : decoded(keys)) {
            String signature = Base64.getEncoder()
                    .encodeToString(Hmac.sha256(delivery.body()).under(key));
            matches |= Digests.equal(signature, shown);
        }
        return matches ? Verification.SIGNED : Verification.INVALID;
    }

    private static List<byte[]> decoded(AccountKeys keys) {
        return keys.secrets().stream()
                .map(OutgoingWebhook::decode)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> decode(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret);
            return key.length == 0 ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
