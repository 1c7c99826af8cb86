package io.beforehand.intake.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a mail system said of a mail. Who fails them may be anybody, so that an answer would go to somebody who never
 * wrote.
 *
 * @param spam {@link Verdict#FAIL} if it is unwanted
 * @param virus {@link Verdict#FAIL} if it holds one
 */
public record Verdicts(Verdict spf, Verdict dkim, Verdict dmarc, Verdict spam, Verdict virus) {

    public static final Verdicts UNKNOWN =
            new Verdicts(Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNKNOWN);

    /** The outcome of one check. */
    public enum Verdict {
        PASS,
        FAIL,
        /** Not checked, not possible, or neither. */
        UNKNOWN;

        private static final Set<String> FAILURES = Set.of("fail", "softfail", "hardfail", "permerror");

        /** By the word of RFC 8601, such as {@code softfail}, in any case. */
        public static Verdict of(@Nullable String word) {
            String plain = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
            return plain.equals("pass") ? PASS : FAILURES.contains(plain) ? FAIL : UNKNOWN;
        }

        public static Verdict failIf(boolean failed) {
            return failed ? FAIL : UNKNOWN;
        }
    }

    /** Only who sends the mail, as far as it was checked. */
    public static Verdicts ofSender(Verdict spf, Verdict dkim, Verdict spam) {
        return new Verdicts(spf, dkim, Verdict.UNKNOWN, spam, Verdict.UNKNOWN);
    }

    /** Why the mail must not be answered by a machine; empty if nothing speaks against it. */
    Optional<String> doubt() {
        if (spam == Verdict.FAIL) {
            return Optional.of("spam");
        }
        if (virus == Verdict.FAIL) {
            return Optional.of("virus");
        }
        return isUnproven() ? Optional.of("sender-unproven") : Optional.empty();
    }

    private boolean isUnproven() {
        boolean proven = spf == Verdict.PASS || dkim == Verdict.PASS;
        boolean failed = spf == Verdict.FAIL || dkim == Verdict.FAIL;
        return dmarc == Verdict.FAIL || failed && !proven;
    }
}
