package io.beforehand.intake.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What another mail system or program says of a mail.
 *
 * @param originalId the Message-ID of the mail it is about, if it says so
 * @param recipient whom that mail was meant for, if it says so
 */
public record Report(
        State state, @Nullable String originalId, @Nullable String recipient) {

    /** What became of the mail. */
    public enum State {
        /** It will never arrive. */
        BOUNCED_HARD,
        /** It is late, or did not arrive this time. */
        BOUNCED_SOFT,
        DELIVERED,
        READ,
        /** The recipient told his provider that it is unwanted. */
        COMPLAINT,
        /** Something that changes nothing. */
        OTHER;

        /** The word in events. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
