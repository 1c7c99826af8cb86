package io.beforehand.intake.account;

import io.beforehand.http.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of an account.
 *
 * @param secrets the current one first, previous ones while senders still use them
 * @param enabled true when missing; nothing is accepted from an account that is not
 */
public record AccountSettings(
        @Schema(required = true, examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") @Nullable
        List<String> secrets,

        @Nullable Boolean enabled,
        @Nullable DefaultValues defaults) {

    private static final int MAX_SECRETS = 5;
    private static final int MAX_WORD = 64;

    /** What is assumed where a message does not say. */
    public record DefaultValues(
            @Nullable String locale,
            @Nullable String team,
            @Nullable String tier) {

        static final DefaultValues NONE = new DefaultValues(null, null, null);
    }

    List<String> checkedSecrets(Kind kind) {
        if (secrets == null || secrets.isEmpty() || secrets.size() > MAX_SECRETS) {
            throw ProblemException.invalidField("secrets", "must hold 1 to " + MAX_SECRETS + " secrets");
        }
        for (int i = 0; i < secrets.size(); i++) {
            try {
                kind.check(secrets.get(i));
            } catch (IllegalArgumentException e) {
                throw ProblemException.invalidField("secrets[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
        return secrets;
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
