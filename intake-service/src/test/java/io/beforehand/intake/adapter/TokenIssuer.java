package io.beforehand.intake.adapter;

import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Somebody whose tokens are believed in tests. */
public final class TokenIssuer {

    private final RsaJsonWebKey key;

    public TokenIssuer(String keyId) {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The keys with that field in each, given as JSON. */
    public String keys(String field, Object value) {
        Map<String, Object> fields = key.toParams(OutputControlLevel.PUBLIC_ONLY);
        fields.put(field, value);
        return "{\"keys\":[" + org.jose4j.json.JsonUtil.toJson(fields) + "]}";
    }

    public String sign(String claims) {
        return sign(claims, "RS256", key.getPrivateKey());
    }

    public String sign(String claims, String algorithm, java.security.Key with) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(claims);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(with);
        token.setDoKeyValidation(false);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as bytes: what a forger would use as if it were a shared secret. */
    public byte[] publicBytes() {
        return key.getPublicKey().getEncoded();
    }

    /** A token of the same claims that is believed wherever this issuer is; a key of an example may not be at hand. */
    public String resigned(String token) {
        try {
            JsonWebStructure recorded = new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setSkipAllValidators()
                    .build()
                    .process(token)
                    .getJoseObjects()
                    .getFirst();
            return sign(((JsonWebSignature) recorded).getUnverifiedPayload());
        } catch (org.jose4j.jwt.consumer.InvalidJwtException e) {
            throw new IllegalStateException(e);
        }
    }
}
