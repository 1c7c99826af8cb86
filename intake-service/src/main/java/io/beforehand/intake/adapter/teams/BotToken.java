package io.beforehand.intake.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.RemoteKey;
import io.beforehand.intake.adapter.SecretRules;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Freshness;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.adapter.signature.ShownSecret;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** The token by which the Bot Framework vouches for an activity: by whom, for whom, until when, and where answers go. */
final class BotToken {

    private static final String ISSUER = "https://api.botframework.com";
    private static final RemoteKey MICROSOFTS_KEYS =
            new RemoteKey("https://login.botframework.com/v1/.well-known/keys");

    private BotToken() {}

    static void check(AccountKeys keys) {
        SecretRules.required("audience", keys.audience());
        String jwks = keys.jwks();
        if (jwks != null && !jwks.startsWith("https://") && !IssuerKeys.isOne(jwks)) {
            throw new InvalidKeysException("jwks", "must be a JWK set, or its https address");
        }
    }

    /** The keys change every few days, so an account does not hold them unless it is told to. */
    static Optional<RemoteKey> remoteKey(AccountKeys keys) {
        String jwks = keys.jwks();
        if (jwks == null) {
            return Optional.of(MICROSOFTS_KEYS);
        }
        return jwks.startsWith("https://") ? Optional.of(new RemoteKey(jwks)) : Optional.empty();
    }

    static Verification verify(Delivery delivery, JsonNode activity, AccountKeys keys, Instant now) {
        Optional<String> token = ShownSecret.bearer(delivery.header("authorization"));
        if (token.isEmpty()) {
            return Verification.MISSING;
        }
        String jwks = remoteKey(keys).isPresent() ? keys.fetched() : keys.jwks();
        if (jwks == null) {
            return Verification.INVALID;
        }
        try {
            IssuerKeys issuerKeys =
                    new IssuerKeys(JsonBody.object(Hmac.bytes(jwks)), JsonBody.text(activity.path("channelId")));
            JwtClaims claims = consumer(issuerKeys, keys, now).processToClaims(token.get());
            return isFor(claims, JsonBody.text(activity.path("serviceUrl")))
                    ? Verification.VOUCHED
                    : Verification.INVALID;
        } catch (InvalidJwtException e) {
            return e.hasErrorCode(ErrorCodes.EXPIRED) || e.hasErrorCode(ErrorCodes.NOT_YET_VALID)
                    ? Verification.OUTSIDE_WINDOW
                    : Verification.INVALID;
        } catch (MalformedDeliveryException _) {
            return Verification.INVALID;
        }
    }

    private static JwtConsumer consumer(IssuerKeys issuerKeys, AccountKeys keys, Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(issuerKeys)
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA384,
                        AlgorithmIdentifiers.RSA_USING_SHA512)
                .setExpectedIssuer(keys.issuer() == null ? ISSUER : keys.issuer())
                .setExpectedAudience(keys.audience())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) Freshness.WINDOW.toSeconds())
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    /** A token for another service of the same app would have answers sent elsewhere. */
    private static boolean isFor(JwtClaims claims, @Nullable String serviceUrl) {
        return serviceUrl != null && serviceUrl.equals(claims.getClaimValue("serviceurl"));
    }
}
