package io.beforehand.intake.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a mail system said of a mail. Who fails them may be anybody, so that an answer would go to somebody who never
 * wrote.
 *
 * @param spam {@link Result#FAIL} if it is unwanted
 * @param virus {@link Result#FAIL} if it holds one
 */
public record Checks(Result spf, Result dkim, Result dmarc, Result spam, Result virus) {

    public static final Checks UNKNOWN =
            new Checks(Result.UNKNOWN, Result.UNKNOWN, Result.UNKNOWN, Result.UNKNOWN, Result.UNKNOWN);

    /** The outcome of one check. */
    public enum Result {
        PASS,
        FAIL,
        /** Not checked, not possible, or neither. */
        UNKNOWN;

        private static final Set<String> FAILURES = Set.of("fail", "softfail", "hardfail", "permerror");

        /** By the word of RFC 8601, such as {@code softfail}, in any case. */
        public static Result of(@Nullable String word) {
            String plain = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
            return plain.equals("pass") ? PASS : FAILURES.contains(plain) ? FAIL : UNKNOWN;
        }

        public static Result failIf(boolean failed) {
            return failed ? FAIL : UNKNOWN;
        }
    }

    /** Only who sends the mail, as far as it was checked. */
    public static Checks ofSender(Result spf, Result dkim, Result spam) {
        return new Checks(spf, dkim, Result.UNKNOWN, spam, Result.UNKNOWN);
    }

    /** Why the mail must not be answered by a machine; empty if nothing speaks against it. */
    Optional<String> doubt() {
        if (spam == Result.FAIL) {
            return Optional.of("spam");
        }
        if (virus == Result.FAIL) {
            return Optional.of("virus");
        }
        return isUnproven() ? Optional.of("sender-unproven") : Optional.empty();
    }

    private boolean isUnproven() {
        boolean proven = spf == Result.PASS || dkim == Result.PASS;
        boolean failed = spf == Result.FAIL || dkim == Result.FAIL;
        return dmarc == Result.FAIL || failed && !proven;
    }
}
