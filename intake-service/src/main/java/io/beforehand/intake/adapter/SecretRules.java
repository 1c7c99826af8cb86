package io.beforehand.intake.adapter;

import org.jspecify.annotations.Nullable;

/** What most channels ask of the keys of an account. Each throws {@link InvalidKeysException}. */
public final class SecretRules {

    private static final int MAX_SECRETS = 5;
    private static final int MIN_SECRET = 4;
    private static final int MAX_LENGTH = 4_096;

    private SecretRules() {}

    /** One to five secrets. Most are given out by the channel, and some channels give out short ones. */
    public static void secrets(AccountKeys keys) {
        if (keys.secrets().isEmpty() || keys.secrets().size() > MAX_SECRETS) {
            throw new InvalidKeysException("secrets", "must hold 1 to " + MAX_SECRETS + " secrets");
        }
        for (int i = 0; i < keys.secrets().size(); i++) {
            word("secrets[" + i + "]", keys.secrets().get(i), MIN_SECRET);
        }
    }

    /** A field that the channel cannot do without. */
    public static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidKeysException(field, "is needed for this channel");
        }
        word(field, value, 1);
        return value;
    }

    private static void word(String field, String value, int minLength) {
        if (value.length() < minLength || value.length() > MAX_LENGTH) {
            throw new InvalidKeysException(field, "must have " + minLength + " to " + MAX_LENGTH + " characters");
        }
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new InvalidKeysException(field, "must not hold control characters");
        }
    }
}
