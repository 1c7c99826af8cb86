package io.beforehand.intake.adapter.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.signature.Hmac;
import java.security.Key;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the issuer. Only the one that a token names is read, since there are some hundred. A key that is endorsed for some
 * channels vouches for no other.
 *
 * @param channelId of the activity
 */
record IssuerKeys(JsonNode set, @Nullable String channelId) implements VerificationKeyResolver {

    static boolean isOne(String jwks) {
        try {
            return JsonBody.object(Hmac.bytes(jwks)).path("keys").isArray();
        } catch (MalformedDeliveryException _) {
            return false;
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String id = token.getKeyIdHeaderValue();
        for (JsonNode key : set.path("keys")) {
            if (id != null && id.equals(JsonBody.text(key.path("kid"))) && isEndorsed(key.path("endorsements"))) {
                return read(key);
            }
        }
        throw new UnresolvableKeyException("no such key");
    }

    private boolean isEndorsed(JsonNode channels) {
        if (!channels.isArray()) {
            return true;
        }
        for (JsonNode channel : channels) {
            if (channelId != null && channelId.equals(JsonBody.text(channel))) {
                return true;
            }
        }
        return false;
    }

    private static Key read(JsonNode key) throws UnresolvableKeyException {
        try {
            return JsonWebKey.Factory.newJwk(key.toString()) instanceof RsaJsonWebKey rsa ? rsa.getKey() : none();
        } catch (JoseException _) {
            return none();
        }
    }

    private static Key none() throws UnresolvableKeyException {
        throw new UnresolvableKeyException("no RSA key");
    }
}
