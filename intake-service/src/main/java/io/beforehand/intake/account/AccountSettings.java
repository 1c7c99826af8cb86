package io.beforehand.intake.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.InvalidKeysException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of an account.
 *
 * @param secrets the current one first, previous ones while senders still use them
 * @param verifyToken what the channel shows when it asks whether it has found us
 * @param aesKey what the channel encrypts with
 * @param receiveId whom encrypted deliveries are for; of Meta's kinds the app by which our own answers are sent, of mails by Amazon the
 *     topic
 * @param publicKey what signatures are checked with, PEM or Base64
 * @param publicUrl the address by which the channel calls us, where a proxy hides it
 * @param jwks the keys of token issuers, or their https address
 * @param audience whom tokens have to be for
 * @param issuer who has to have issued them
 * @param enabled true when missing; nothing is accepted from an account that is not
 */
public record AccountSettings(
        @Schema(required = true, examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") @Nullable
        List<String> secrets,

        @Nullable String verifyToken,
        @Nullable String aesKey,
        @Nullable String receiveId,
        @Nullable String publicKey,
        @Nullable String publicUrl,

        @Schema(description = "a JWK set, or its https address") @Nullable
        JsonNode jwks,

        @Nullable String audience,
        @Nullable String issuer,
        @Nullable Boolean enabled,
        @Nullable DefaultValues defaults) {

    private static final int MAX_WORD = 64;
    private static final int MAX_KEY = 20_000;

    /** What is assumed where a message does not say. */
    public record DefaultValues(
            @Nullable String locale,
            @Nullable String team,
            @Nullable String tier) {

        static final DefaultValues NONE = new DefaultValues(null, null, null);
    }

    AccountKeys checkedKeys(Kind kind) {
        List<String> given = secrets == null ? List.of() : secrets;
        for (int i = 0; i < given.size(); i++) {
            sound("secrets[" + i + "]", given.get(i) == null ? "" : given.get(i));
        }
        AccountKeys keys = new AccountKeys(
                given,
                sound("verifyToken", verifyToken),
                sound("aesKey", aesKey),
                sound("receiveId", receiveId),
                sound("publicKey", publicKey),
                sound("publicUrl", publicUrl),
                sound(
                        "jwks",
                        jwks == null || jwks.isNull() ? null : jwks.isTextual() ? jwks.asText() : jwks.toString()),
                sound("audience", audience),
                sound("issuer", issuer),
                null);
        try {
            kind.check(keys);
        } catch (InvalidKeysException e) {
            throw ProblemException.invalidField(e.field(), String.valueOf(e.getMessage()));
        }
        return keys;
    }

    private static @Nullable String sound(String field, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > MAX_KEY || value.indexOf('\0') >= 0)) {
            throw ProblemException.invalidField(field, "must have 1 to " + MAX_KEY + " characters");
        }
        return value;
    }

    DefaultValues checkedDefaults() {
        if (defaults == null) {
            return DefaultValues.NONE;
        }
        checkWord("defaults.team", defaults.team());
        checkWord("defaults.tier", defaults.tier());
        if (defaults.locale() != null && !isLanguageTag(defaults.locale())) {
            throw ProblemException.invalidField("defaults.locale", "must be a BCP 47 language tag");
        }
        return defaults;
    }

    private static void checkWord(String field, @Nullable String word) {
        if (word != null && (word.isBlank() || word.length() > MAX_WORD)) {
            throw ProblemException.invalidField(field, "must have 1 to " + MAX_WORD + " characters");
        }
    }

    private static boolean isLanguageTag(String tag) {
        return !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    @Override
    public String toString() {
        return "AccountSettings";
    }
}
